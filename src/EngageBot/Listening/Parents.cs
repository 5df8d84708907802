using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

/// <summary>
/// Reads what open mentions answer where the network did not send it along, and one step further up: each post once, few in an hour,
/// because every look is billed. Whoever opens the mention sees it in the thread, and the draft is made anew with it.
/// </summary>
internal sealed class Parents(INetwork network, Database database, MentionShelf shelf, Redrafting redrafting, Bell bell, TimeProvider clock, IOptions<ListeningOptions> options)
{
    private const int Batch = 100;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>How many were found, or why they could not be read.</summary>
    public async Task<Look> LookAsync(Account account, CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(session => DueAsync(session, account), cancellationToken);
        if (due.Count == 0)
            return new Look(0, null);
        var outcome = await network.PostsAsync(account, due, cancellationToken);
        if (outcome is not ReadOutcome<IReadOnlyList<Post>>.Read { Value: var posts })
            return Look.StoppedBy(outcome, 0);
        await database.WriteAsync(session => StoreAsync(session, account, due, posts), cancellationToken);
        bell.Ring(Topic.Mentions);
        return new Look(posts.Count, null);
    }

    private async Task<IReadOnlyList<string>> DueAsync(Session session, Account account)
    {
        var now = clock.GetUtcNow();
        var read = await session.FirstOrDefaultAsync<long>(
            "SELECT COUNT(*) FROM parent_read WHERE account_id = @Id AND read_at > @since", new { account.Id, since = (now - Hour).ToUnixTimeMilliseconds() });
        var left = Math.Min(Batch, options.Value.ParentsPerHour - read);
        if (left <= 0)
            return [];
        return await session.QueryAsync<string>(
            """
            SELECT DISTINCT wanted.post_id FROM (
                SELECT in_reply_to AS post_id FROM mention WHERE account_id = @Id AND state IN ('waiting', 'snoozed', 'needs-attention') AND in_reply_to IS NOT NULL
                UNION ALL
                SELECT above.in_reply_to FROM mention JOIN context_post AS above ON above.account_id = mention.account_id AND above.post_id = mention.in_reply_to
                WHERE mention.account_id = @Id AND mention.state IN ('waiting', 'snoozed', 'needs-attention') AND above.in_reply_to IS NOT NULL
            ) AS wanted
            WHERE NOT EXISTS (SELECT 1 FROM context_post WHERE context_post.account_id = @Id AND context_post.post_id = wanted.post_id)
              AND NOT EXISTS (SELECT 1 FROM mention AS known WHERE known.account_id = @Id AND known.post_id = wanted.post_id)
              AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.account_id = @Id AND reply.post_id = wanted.post_id)
              AND NOT EXISTS (SELECT 1 FROM parent_read WHERE parent_read.account_id = @Id AND parent_read.post_id = wanted.post_id)
            LIMIT @left
            """,
            new { account.Id, left });
    }

    private async Task<bool> StoreAsync(Session session, Account account, IReadOnlyList<string> asked, IReadOnlyList<Post> posts)
    {
        foreach (var post in posts)
        {
            await shelf.AddContextAsync(session, account.Id, post);
            if (post.Parent is { } above)
                await shelf.AddContextAsync(session, account.Id, above);
        }
        var found = posts.Select(post => post.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var postId in asked)
            await session.ExecuteAsync(
                "INSERT INTO parent_read (account_id, post_id, read_at, found) VALUES (@Id, @postId, @now, @found) ON CONFLICT (account_id, post_id) DO NOTHING",
                new { account.Id, postId, now = clock.Milliseconds(), found = found.Contains(postId) ? 1L : 0L });
        foreach (var postId in found)
            foreach (var mentionId in await session.QueryAsync<string>("SELECT id FROM mention WHERE account_id = @Id AND in_reply_to = @postId AND state IN ('waiting', 'snoozed')", new { account.Id, postId }))
                await redrafting.RedraftAsync(session, mentionId);
        return true;
    }
}
