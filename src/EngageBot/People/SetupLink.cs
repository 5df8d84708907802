using EngageBot.Storage;

namespace EngageBot.People;

/// <summary>The link that makes the first admin, for as long as nobody can sign in.</summary>
internal sealed class SetupLink(Database database, TimeProvider clock)
{
    /// <summary>A new link under the desk's address, to be printed at start; null once there is a user.</summary>
    public async Task<string?> CurrentAsync(string address, CancellationToken cancellationToken)
    {
        if (!await IsNeededAsync(cancellationToken))
            return null;
        var key = await database.WriteAsync(session => OneTimeLinks.MakeAsync(session, personId: null, clock), cancellationToken);
        return $"{address.TrimEnd('/')}/setup?key={key}";
    }

    /// <summary>Nobody can sign in yet.</summary>
    public Task<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM person") == 0, cancellationToken);

    /// <summary>Whether this key would make the first admin now.</summary>
    public Task<bool> IsGoodAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await OneTimeLinks.FindAsync(session, key, clock) is { PersonId: null }
                && await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM person") == 0,
            cancellationToken);
}
