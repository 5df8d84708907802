using EngageBot.Storage;

namespace EngageBot.Approving.Together;

/// <summary>Who has what before them: a lease for each open page, renewed while the page lives.</summary>
internal sealed class Presences(Database database, Bell bell, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>This desk shows this mention now.</summary>
    public async Task LookAsync(string desk, string person, string mentionId, CancellationToken cancellationToken)
    {
        var before = await database.WriteAsync(
            async session =>
            {
                var shown = await session.FirstOrDefaultAsync<string>("SELECT mention_id FROM presence WHERE desk = @desk AND until > @now", new { desk, now = clock.Milliseconds() });
                await session.ExecuteAsync(
                    """
                    INSERT INTO presence (desk, person, mention_id, until) VALUES (@desk, @person, @mentionId, @until)
                    ON CONFLICT (desk) DO UPDATE SET person = excluded.person, mention_id = excluded.mention_id, until = excluded.until
                    """,
                    new { desk, person, mentionId, until = (clock.GetUtcNow() + Lease).ToUnixTimeMilliseconds() });
                return shown;
            },
            cancellationToken);
        if (before != mentionId)
            bell.Ring(Topic.Company);
    }

    /// <summary>This desk shows nothing any more. What ran out long ago is swept away with it.</summary>
    public async Task LeaveAsync(string desk, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM presence WHERE desk = @desk OR until < @now", new { desk, now = clock.Milliseconds() }), cancellationToken);
        bell.Ring(Topic.Company);
    }

    /// <summary>Everybody who looks at or writes on something now.</summary>
    public Task<Attendance> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => new Attendance(
                await session.QueryAsync<Looker>("SELECT desk AS Desk, person AS Person, mention_id AS MentionId FROM presence WHERE until > @now", new { now = clock.Milliseconds() }),
                await Claims.AllAsync(session, clock)),
            cancellationToken);
}

/// <summary>Who is at the desks.</summary>
public sealed record Attendance(IReadOnlyList<Looker> Lookers, IReadOnlyList<Claim> Writers)
{
    public static Attendance Nobody { get; } = new([], []);
}

/// <summary>Somebody has a mention before them.</summary>
public sealed record Looker(string Desk, string Person, string MentionId);
