using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Makes the conservation receipt from two independent sources: the journal says what was seen, the mentions say where everything stands.</summary>
internal sealed class Receipts(Database database)
{
    /// <summary>For the mentions first seen within a span; the whole history by default.</summary>
    public Task<Receipt> ForAsync(DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                // One statement reads both sides, so that a page stored in between cannot unbalance them.
                var rows = await session.QueryAsync<Row>(
                    """
                    SELECT 'seen' AS Word, COUNT(*) AS Number FROM journal WHERE what = 'seen' AND at >= @from AND at < @until
                    UNION ALL
                    SELECT state AS Word, COUNT(*) AS Number FROM mention WHERE seen_at >= @from AND seen_at < @until GROUP BY state
                    """,
                    new { from = from?.ToUnixTimeMilliseconds() ?? 0L, until = until?.ToUnixTimeMilliseconds() ?? long.MaxValue });
                return new Receipt(
                    rows.Single(row => row.Word == "seen").Number,
                    Enum.GetValues<MentionState>().ToDictionary(state => state, state => rows.FirstOrDefault(row => row.Word == Words.Of(state))?.Number ?? 0));
            },
            cancellationToken);

    private sealed record Row(string Word, long Number);
}

/// <summary>Proof that nothing was lost: every mention seen is in exactly one state.</summary>
public sealed record Receipt(long Seen, IReadOnlyDictionary<MentionState, long> Standing)
{
    public bool Balanced => Seen == Standing.Values.Sum();
}
