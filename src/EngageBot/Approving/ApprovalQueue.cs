using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What waits for a decision; follower-blind, paged by key so that the last page costs what the first does.</summary>
internal sealed class ApprovalQueue(Database database, QueueNumbers numbers)
{
    private const string Which =
        """
        WHERE state = @state AND (@anyIntent = 1 OR @intents LIKE '%|' || intent || '|%')
          AND (@language IS NULL OR language = @language) AND (@account IS NULL OR account_id IN (SELECT id FROM account WHERE handle = @account))
          AND (@assignee IS NULL OR COALESCE(assigned_to, '') = @assignee)
          AND (@proposed = 0 OR EXISTS (SELECT 1 FROM proposal WHERE proposal.mention_id = mention.id))
        """;

    public Task<IReadOnlyList<QueueItem>> ListAsync(QueueView view, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var rows = await session.QueryAsync<ItemRow>(Page(view), Parameters(view));
                return (IReadOnlyList<QueueItem>)[.. rows.Select(row => row.ToItem())];
            },
            cancellationToken);

    /// <summary>How many stand before a place.</summary>
    public Task<long> RankAsync(QueueView view, QueueCursor place, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FirstOrDefaultAsync<long>(
                $"SELECT COUNT(*) FROM mention {Which} AND ({Key(view)}, id) {(IsFalling(view) ? '>' : '<')} (@afterAt, @afterId)", Parameters(view with { After = place })),
            cancellationToken);

    /// <summary>Where a mention stands, also one that has left the list; null when there is no such mention.</summary>
    public Task<QueueCursor?> PlaceAsync(string mentionId, QueueOrder order, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await session.FirstOrDefaultAsync<long?>($"SELECT {(order == QueueOrder.Due ? "place" : "posted_at")} FROM mention WHERE id = @mentionId", new { mentionId }) is { } at
                ? new QueueCursor(Moment.Of(at), mentionId)
                : null,
            cancellationToken);

    /// <summary>By what the queue can be narrowed.</summary>
    public Task<QueueKinds> KindsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => new QueueKinds(
                await session.QueryAsync<string>("SELECT language FROM mention WHERE state IN ('waiting', 'snoozed') GROUP BY language ORDER BY COUNT(*) DESC"),
                await session.QueryAsync<string>("SELECT handle FROM account ORDER BY id"),
                await session.QueryAsync<string>("SELECT DISTINCT assigned_to FROM mention WHERE assigned_to IS NOT NULL AND state IN ('waiting', 'snoozed', 'needs-attention')")),
            cancellationToken);

    /// <summary>How many there are of this kind, as far as <see cref="QueueView.Limit"/> counts.</summary>
    public Task<long> CountAsync(QueueView view, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FirstOrDefaultAsync<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM mention {Which} LIMIT @limit) AS some", Parameters(view)), cancellationToken);

    /// <summary>The numbers above the queue, as true as the moment of asking.</summary>
    public Task<QueueCounts> CountsAsync(CancellationToken cancellationToken) => numbers.AskAsync(cancellationToken);

    /// <summary>The ids of the page first: what is passed over need not be looked at.</summary>
    private static string Page(QueueView view)
    {
        var (key, falls) = (Key(view), IsFalling(view) != view.Upwards);
        var after = view.After is null ? "" : $"AND ({key}, id) {(falls ? '<' : '>')} (@afterAt, @afterId)";
        var direction = falls ? " DESC" : "";
        return $"""
            SELECT {ItemRow.Columns}
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
        assignee = view.Assignee,
        proposed = view.Proposed ? 1L : 0L,
        afterAt = view.After?.At.ToUnixTimeMilliseconds() ?? 0,
        afterId = view.After?.Id ?? "",
        limit = (long)view.Limit,
        skip = (long)view.Skip,
    };
}
