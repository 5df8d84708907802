using EngageBot.Approving.Rules;
using EngageBot.Storage;

namespace EngageBot.Approving.Together;

/// <summary>
/// Who writes on what: one person on a mention, for as long as their desk renews it. It lies in the database, so that all
/// replicas see it, and runs out by itself when a desk or its program is gone.
/// </summary>
internal sealed class Claims(Database database, Bell bell, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Null when the mention is theirs to write on; else whose it is.</summary>
    /// <param name="desk">The open page that asks.</param>
    /// <param name="over">Takes it over from whoever has it.</param>
    public async Task<Claim?> TakeAsync(string mentionId, string desk, string person, bool over, CancellationToken cancellationToken)
    {
        var (taken, claim) = await database.WriteAsync(session => TakeAsync(session, mentionId, desk, person, over), cancellationToken);
        if (taken && claim is null)
            bell.Ring(Topic.Company);
        return taken ? null : claim;
    }

    /// <summary>Lets go of all that this desk has.</summary>
    public async Task ReleaseAsync(string desk, CancellationToken cancellationToken)
    {
        if (await database.WriteAsync(session => session.ExecuteAsync("DELETE FROM claim WHERE desk = @desk", new { desk }), cancellationToken) > 0)
            bell.Ring(Topic.Company);
    }

    /// <summary>Null when nobody but this person writes on it.</summary>
    public static async Task<Claim?> OfAnotherAsync(Session session, string mentionId, string person, TimeProvider clock) =>
        await OfAsync(session, mentionId, clock) is { } claim && !SecondLook.SamePerson(claim.Person, person) ? claim : null;

    /// <summary>Null when nobody writes on it.</summary>
    public static async Task<Claim?> OfAsync(Session session, string mentionId, TimeProvider clock) =>
        (await session.FirstOrDefaultAsync<Row>(
            "SELECT mention_id AS MentionId, desk AS Desk, person AS Person, since AS Since FROM claim WHERE mention_id = @mentionId AND until > @now",
            new { mentionId, now = clock.Milliseconds() }))?.ToClaim();

    public static async Task<IReadOnlyList<Claim>> AllAsync(Session session, TimeProvider clock) =>
    [
        .. (await session.QueryAsync<Row>(
            "SELECT mention_id AS MentionId, desk AS Desk, person AS Person, since AS Since FROM claim WHERE until > @now",
            new { now = clock.Milliseconds() })).Select(row => row.ToClaim()),
    ];

    /// <summary>Whether it is theirs, and what stood there before: one that is merely renewed is no news.</summary>
    private async Task<(bool Taken, Claim? Before)> TakeAsync(Session session, string mentionId, string desk, string person, bool over)
    {
        var before = await OfAsync(session, mentionId, clock);
        var taken = await session.ExecuteAsync(
            """
            INSERT INTO claim (mention_id, desk, person, since, until) VALUES (@mentionId, @desk, @person, @now, @until)
            ON CONFLICT (mention_id) DO UPDATE SET desk = excluded.desk, person = excluded.person, until = excluded.until,
                since = CASE WHEN claim.person = excluded.person AND claim.until > @now THEN claim.since ELSE excluded.since END
            WHERE claim.until <= @now OR claim.person = excluded.person OR @over = 1
            """,
            new { mentionId, desk, person, now = clock.Milliseconds(), until = (clock.GetUtcNow() + Lease).ToUnixTimeMilliseconds(), over = over ? 1L : 0L }) == 1;
        return taken ? (true, before?.Desk == desk ? before : null) : (false, before ?? await OfAsync(session, mentionId, clock));
    }

    private sealed record Row(string MentionId, string Desk, string Person, long Since)
    {
        public Claim ToClaim() => new(MentionId, Desk, Person, Moment.Of(Since));
    }
}

/// <summary>Somebody writes on a mention.</summary>
/// <param name="Desk">The open page they write at.</param>
public sealed record Claim(string MentionId, string Desk, string Person, DateTimeOffset Since);
