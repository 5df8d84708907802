using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What waits for a decision; follower-blind, oldest first, paged by key so that the last page costs what the first does.</summary>
internal sealed class ApprovalQueue(Database database)
{
    private const string Select =
        """
        SELECT mention.id AS Id, account.handle AS AccountHandle, talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name,
               mention.text AS Text, posted_at AS PostedAt, state AS State, state_since AS StateSince, intent AS Intent,
               confidence AS Confidence, language AS Language, reply_welcome AS ReplyWelcome, snoozed_until AS SnoozedUntil, typed_by AS TypedBy
        FROM mention
        JOIN talker ON talker.id = mention.talker_id
        JOIN account ON account.id = mention.account_id
        WHERE state = @state AND (@anyIntent = 1 OR @intents LIKE '%|' || intent || '|%')
          AND (@proposed = 0 OR EXISTS (SELECT 1 FROM proposal WHERE proposal.mention_id = mention.id))

        """;

    private const string OldestFirst =
        """
          AND (posted_at > @afterAt OR (posted_at = @afterAt AND mention.id > @afterId))
        ORDER BY posted_at, mention.id
        LIMIT @limit
        """;

    private const string NewestFirst =
        """
          AND (posted_at < @afterAt OR (posted_at = @afterAt AND mention.id < @afterId))
        ORDER BY posted_at DESC, mention.id DESC
        LIMIT @limit
        """;

    public Task<IReadOnlyList<QueueItem>> ListAsync(QueueView view, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<Row>(
                    Select + (view.NewestFirst ? NewestFirst : OldestFirst),
                    new
                    {
                        state = Words.Of(view.State),
                        anyIntent = view.Intents is null ? 1L : 0L,
                        // one text of all words wanted, because a list as a parameter works on one engine only
                        intents = string.Concat((view.Intents ?? []).Select(intent => $"|{Words.Of(intent)}|")),
                        proposed = view.Proposed ? 1L : 0L,
                        afterAt = view.After?.At.ToUnixTimeMilliseconds() ?? (view.NewestFirst ? long.MaxValue : long.MinValue),
                        afterId = view.After?.Id ?? "",
                        limit = (long)view.Limit,
                    });
                return (IReadOnlyList<QueueItem>)[.. rows.Select(row => row.ToItem())];
            },
            cancellationToken);

    public Task<QueueCounts> CountsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var states = await session.QueryAsync<Count>("SELECT state AS Word, COUNT(*) AS Number FROM mention GROUP BY state");
                var intents = await session.QueryAsync<Count>("SELECT intent AS Word, COUNT(*) AS Number FROM mention WHERE state = 'waiting' GROUP BY intent");
                var oldest = await session.FirstOrDefaultAsync<long?>("SELECT posted_at FROM mention WHERE state = 'waiting' ORDER BY posted_at LIMIT 1");
                var lastReply = await session.FirstOrDefaultAsync<long?>("SELECT state_since FROM reply WHERE state = 'sent' ORDER BY state_since DESC LIMIT 1");
                var proposed = await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM proposal JOIN mention ON mention.id = mention_id WHERE state = 'waiting'");
                return new QueueCounts(
                    states.ToDictionary(count => Words.Parse<MentionState>(count.Word), count => count.Number),
                    intents.ToDictionary(count => Words.Parse<Intent>(count.Word), count => count.Number),
                    Moment.Of(oldest),
                    Moment.Of(lastReply),
                    proposed);
            },
            cancellationToken);

    // Not a positional record: SQLite names no type for the count of an empty table, and then Dapper finds no constructor.
    private sealed class Count
    {
        public string Word { get; init; } = "";
        public long Number { get; init; }
    }

    private sealed record Row(
        string Id, string AccountHandle, string UserId, string Handle, string Name, string Text, long PostedAt, string State, long StateSince,
        string Intent, long Confidence, string Language, long ReplyWelcome, long? SnoozedUntil, string? TypedBy)
    {
        public QueueItem ToItem() => new(
            Id, AccountHandle, new Person(UserId, Handle, Name), Text, Moment.Of(PostedAt),
            Words.Parse<MentionState>(State), Moment.Of(StateSince), Words.Parse<Intent>(Intent), Confidence / 1000d,
            Language, ReplyWelcome == 1, Moment.Of(SnoozedUntil), TypedBy);
    }
}
