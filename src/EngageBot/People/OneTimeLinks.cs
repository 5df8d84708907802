using EngageBot.Storage;

namespace EngageBot.People;

/// <summary>Keys that let somebody choose a password, once and within a day.</summary>
internal static class OneTimeLinks
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The key of a new link; for a person, their older links die.</summary>
    /// <param name="personId">Whose password it sets; null for the first admin's link.</param>
    public static async Task<string> MakeAsync(Session session, string? personId, TimeProvider clock)
    {
        var key = Secret.New();
        var now = clock.GetUtcNow();
        await session.ExecuteAsync(
            "UPDATE setup_link SET expires_at = @now WHERE person_id = @personId AND used_at IS NULL AND expires_at > @now",
            new { personId, now = now.ToUnixTimeMilliseconds() });
        await session.ExecuteAsync(
            "INSERT INTO setup_link (hash, person_id, created_at, expires_at) VALUES (@hash, @personId, @now, @expires)",
            new { hash = Secret.Hash(key), personId, now = now.ToUnixTimeMilliseconds(), expires = (now + Lifetime).ToUnixTimeMilliseconds() });
        return key;
    }

    /// <summary>Null when it is no living link.</summary>
    public static Task<Link?> FindAsync(Session session, string key, TimeProvider clock) =>
        session.FirstOrDefaultAsync<Link>(
            "SELECT person_id AS PersonId FROM setup_link WHERE hash = @hash AND used_at IS NULL AND expires_at > @now",
            new { hash = Secret.Hash(key), now = clock.Milliseconds() });

    /// <summary>Spends it; null when it is no living link, or somebody was faster.</summary>
    public static Task<Link?> UseAsync(Session session, string key, TimeProvider clock) =>
        session.FirstOrDefaultAsync<Link>(
            "UPDATE setup_link SET used_at = @now WHERE hash = @hash AND used_at IS NULL AND expires_at > @now RETURNING person_id AS PersonId",
            new { hash = Secret.Hash(key), now = clock.Milliseconds() });

    /// <param name="PersonId">Whose password it sets; null makes the first admin.</param>
    public sealed record Link(string? PersonId);
}
