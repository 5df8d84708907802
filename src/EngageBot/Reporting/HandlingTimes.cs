using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>How long mentions lay open at the desk before somebody decided.</summary>
internal static class HandlingTimes
{
    public static async Task<IEnumerable<Handled>> InAsync(Session session, Period period, string? accountId)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT handling.person AS Person, handling.opened_at AS OpenedAt, handling.decided_at AS DecidedAt, mention.intent AS Intent
            FROM handling JOIN mention ON mention.id = handling.mention_id
            WHERE handling.decided_at >= @from AND handling.decided_at < @until AND (@accountId IS NULL OR mention.account_id = @accountId)
            """,
            new { from = period.From.ToUnixTimeMilliseconds(), until = period.Until.ToUnixTimeMilliseconds(), accountId });
        return rows.Select(row => new Handled(row.Person, Words.Parse<Intent>(row.Intent), period.DayOf(row.DecidedAt), Math.Max(0, row.DecidedAt - row.OpenedAt)));
    }

    private sealed record Row(string Person, long OpenedAt, long DecidedAt, string Intent);
}

/// <summary>One decision at the desk.</summary>
internal readonly record struct Handled(string Person, Intent Intent, DateOnly Day, long Milliseconds);
