using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What waits for a decision; follower-blind, paged by key so that the last page costs what the first does.</summary>
internal sealed class ApprovalQueue(Database database, QueueNumbers numbers)
{
    private const string Columns =
        """
        SELECT mention.id AS Id, account.handle AS AccountHandle, talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name,
               mention.text AS Text, posted_at AS PostedAt, state AS State, state_since AS StateSince, intent AS Intent,
               confidence AS Confidence, language AS Language, reply_welcome AS ReplyWelcome, snoozed_until AS SnoozedUntil, typed_by AS TypedBy,
               place AS Place, urgency AS Urgency
        """;

    private const string Which =
        """
        WHERE state = @state AND (@anyIntent = 1 OR @intents LIKE '%|' || intent || '|%')
          AND (@language IS NULL OR language = @language) AND (@account IS NULL OR account_id IN (SELECT id FROM account WHERE handle = @account))
          AND (@proposed = 0 OR EXISTS (SELECT 1 FROM proposal WHERE proposal.mention_id = mention.id))
        """;

    public Task<IReadOnlyList<QueueItem>> ListAsync(QueueView view, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<Row>(Page(view), Parameters(view));
                return (IReadOnlyList<QueueItem>)[.. rows.Select(row => row.ToItem())];
            },
            cancellationToken);

    /// <summary>How many stand before a place.</summary>
    public Task<long> RankAsync(QueueView view, QueueCursor place, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstOrDefaultAsync<long>(
                $"SELECT COUNT(*) FROM mention {Which} AND ({Key(view)}, id) {(IsFalling(view) ? '>' : '<')} (@afterAt, @afterId)", Parameters(view with { After = place })),
            cancellationToken);

    /// <summary>How many there are of this kind.</summary>
    public Task<long> CountAsync(QueueView view, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT COUNT(*) FROM mention {Which}", Parameters(view)), cancellationToken);

    /// <summary>The numbers above the queue, as true as the moment of asking.</summary>
    public Task<QueueCounts> CountsAsync(CancellationToken cancellationToken) => numbers.AskAsync(cancellationToken);

    /// <summary>The ids of the page first: what is passed over need not be looked at.</summary>
    private static string Page(QueueView view)
    {
        var (key, falls) = (Key(view), IsFalling(view) != view.Upwards);
        var after = view.After is null ? "" : $"AND ({key}, id) {(falls ? '<' : '>')} (@afterAt, @afterId)";
        var direction = falls ? " DESC" : "";
        return $"""
            {Columns}
            FROM (SELECT id FROM mention {Which} {after} ORDER BY {key}{direction}, id{direction} LIMIT @limit OFFSET @skip) AS page
            JOIN mention ON mention.id = page.id
            JOIN talker ON talker.id = mention.talker_id
            JOIN account ON account.id = mention.account_id
            ORDER BY {key}{direction}, mention.id{direction}
            """;
    }

    private static string Key(QueueView view) => view.Order == QueueOrder.Due ? "place" : "posted_at";

    private static bool IsFalling(QueueView view) => view.Order == QueueOrder.Newest;

    private static object Parameters(QueueView view) => new
    {
        state = Words.Of(view.State),
        anyIntent = view.Intents is null ? 1L : 0L,
        // one text of all words wanted, because a list as a parameter works on one engine only
        intents = string.Concat((view.Intents ?? []).Select(intent => $"|{Words.Of(intent)}|")),
        language = view.Language,
        account = view.Account,
        proposed = view.Proposed ? 1L : 0L,
        afterAt = view.After?.At.ToUnixTimeMilliseconds() ?? 0,
        afterId = view.After?.Id ?? "",
        limit = (long)view.Limit,
        skip = (long)view.Skip,
    };

    private sealed record Row(
        string Id, string AccountHandle, string UserId, string Handle, string Name, string Text, long PostedAt, string State, long StateSince,
        string Intent, long Confidence, string Language, long ReplyWelcome, long? SnoozedUntil, string? TypedBy, long Place, string? Urgency)
    {
        public QueueItem ToItem() => new(
            Id, AccountHandle, new Person(UserId, Handle, Name), Text, Moment.Of(PostedAt),
            Words.Parse<MentionState>(State), Moment.Of(StateSince), Words.Parse<Intent>(Intent), Confidence / 1000d,
            Language, ReplyWelcome == 1, Moment.Of(SnoozedUntil), TypedBy, Moment.Of(Place), Urgency is null ? null : Words.Parse<Urgency>(Urgency));
    }
}
