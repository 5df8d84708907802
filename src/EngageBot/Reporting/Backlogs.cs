using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>What waited for a person when each day ended: what waits now, walked back along the journal.</summary>
internal static class Backlogs
{
    private const int Slot = 15 * 60 * 1000; // every time zone begins its days on a quarter of an hour

    public static async Task<(IReadOnlyList<BacklogDay> Days, long Now)> InAsync(Session session, Period period, string? accountId, DateTimeOffset now)
    {
        var waiting = await session.FirstOrDefaultAsync<long>(
            """
            SELECT COUNT(*) FROM mention
            WHERE state IN ('waiting', 'snoozed', 'needs-attention') AND (@accountId IS NULL OR account_id = @accountId)
            """,
            new { accountId });
        var changes = await ChangesAsync(session, period, accountId);
        var days = new List<BacklogDay>();
        var (atEnd, place) = (waiting, changes.Count - 1);
        for (var day = period.Last; day >= period.First; day = day.AddDays(-1))
        {
            var end = period.Midnight(day.AddDays(1)).ToUnixTimeMilliseconds();
            for (; place >= 0 && changes[place].Slot * Slot >= end; place--)
                atEnd -= changes[place].Change;
            if (period.Midnight(day) <= now)
                days.Add(new BacklogDay(day, atEnd));
        }
        days.Reverse();
        return (days, waiting);
    }

    /// <summary>How many more or fewer waited after each quarter of an hour, up to now.</summary>
    private static Task<IReadOnlyList<Row>> ChangesAsync(Session session, Period period, string? accountId) =>
        session.QueryAsync<Row>(
            """
            SELECT at / 900000 AS Slot,
                   CAST(SUM(CASE WHEN to_state IN ('waiting', 'snoozed', 'needs-attention') THEN 1 ELSE 0 END
                          - CASE WHEN from_state IN ('waiting', 'snoozed', 'needs-attention') THEN 1 ELSE 0 END) AS BIGINT) AS Change
            FROM journal
            WHERE at >= @from
              AND (@accountId IS NULL OR (SELECT account_id FROM mention WHERE id = journal.mention_id) = @accountId)
            GROUP BY at / 900000 ORDER BY 1
            """,
            new { from = period.From.ToUnixTimeMilliseconds(), accountId });

    private sealed record Row(long Slot, long Change);
}
