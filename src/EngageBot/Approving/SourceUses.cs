using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Counts what became of the drafts that a library entry had a part in.</summary>
internal sealed class SourceUses(Database database)
{
    /// <summary>By the entry's id; an entry that was never used is not among them.</summary>
    public Task<IReadOnlyDictionary<string, SourceUse>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                // Entries often stand together in the same few lists, so the lists are counted first and taken apart here.
                var rows = await session.QueryAsync<Row>(
                    """
                    SELECT reply.sources AS Sources, CASE WHEN edited = 1 THEN 'edited' ELSE 'unchanged' END AS Fate, COUNT(*) AS Number,
                           CAST(SUM(CASE WHEN reply.state = 'sent' AND EXISTS (
                               SELECT 1 FROM mention WHERE mention.conversation_id = reply.conversation_id AND mention.posted_at > reply.approved_at) THEN 1 ELSE 0 END) AS BIGINT) AS Back,
                           MAX(approved_at) AS Latest
                    FROM reply
                    WHERE reply.state NOT IN ('undone', 'voided') AND reply.sources <> ''
                    GROUP BY reply.sources, edited
                    UNION ALL
                    SELECT wording.sources, mention.state, COUNT(*), CAST(0 AS BIGINT), CAST(0 AS BIGINT)
                    FROM wording
                    JOIN mention ON mention.id = wording.mention_id
                    WHERE wording.place = 0 AND mention.state IN ('let-be', 'waiting')
                    GROUP BY wording.sources, mention.state
                    """);
                return (IReadOnlyDictionary<string, SourceUse>)rows
                    .SelectMany(row => Lines.Split(row.Sources).Distinct().Select(source => (source, row)))
                    .GroupBy(pair => pair.source, pair => pair.row, StringComparer.Ordinal)
                    .ToDictionary(group => group.Key, group => Sum([.. group]), StringComparer.Ordinal);
            },
            cancellationToken);

    /// <summary>The latest replies that this entry had a part in, newest first.</summary>
    public Task<IReadOnlyList<SourcedReply>> LatestAsync(string source, int most, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<ReplyLine>(
                    """
                    SELECT mention_id AS MentionId, talker.name AS Name, reply.text AS Text, edited AS Edited, approved_at AS At, sources AS Sources
                    FROM reply
                    JOIN talker ON talker.id = reply.talker_id
                    WHERE reply.state NOT IN ('undone', 'voided') AND sources LIKE '%' || @source || '%'
                    ORDER BY approved_at DESC LIMIT 200
                    """,
                    new { source });
                return (IReadOnlyList<SourcedReply>)
                [
                    .. rows.Where(row => Lines.Split(row.Sources).Contains(source)).Take(most)
                        .Select(row => new SourcedReply(row.MentionId, row.Name, row.Text, row.Edited == 1, Moment.Of(row.At))),
                ];
            },
            cancellationToken);

    private static SourceUse Sum(IReadOnlyList<Row> rows) => new(
        Total(rows, "unchanged"),
        Total(rows, "edited"),
        Total(rows, "let-be"),
        Total(rows, "waiting"),
        rows.Sum(row => row.Back),
        rows.Max(row => row.Latest) is > 0 and var latest ? Moment.Of(latest) : null);

    private static long Total(IReadOnlyList<Row> rows, string fate) => rows.Where(row => row.Fate == fate).Sum(row => row.Number);

    // Not a positional record: SQLite names no type for a computed column of an empty table.
    private sealed class Row
    {
        public string Sources { get; init; } = "";
        public string Fate { get; init; } = "";
        public long Number { get; init; }
        public long Back { get; init; }
        public long Latest { get; init; }
    }

    private sealed record ReplyLine(string MentionId, string Name, string Text, long Edited, long At, string Sources);
}

/// <summary>What became of the drafts that an entry had a part in.</summary>
/// <param name="Unchanged">Approved letter by letter.</param>
/// <param name="Edited">Approved after a person changed them.</param>
/// <param name="LetBe">Proposed first for a mention that was let be.</param>
/// <param name="Waiting">Proposed first for a mention that waits.</param>
/// <param name="WroteBack">Public, and the follower wrote again.</param>
public sealed record SourceUse(long Unchanged, long Edited, long LetBe, long Waiting, long WroteBack, DateTimeOffset? Latest)
{
    public static SourceUse None { get; } = new(0, 0, 0, 0, 0, null);

    /// <summary>How many replies it had a part in.</summary>
    public long Used => Unchanged + Edited;
}

/// <summary>A reply that an entry had a part in.</summary>
public sealed record SourcedReply(string MentionId, string Name, string Text, bool Edited, DateTimeOffset At);
