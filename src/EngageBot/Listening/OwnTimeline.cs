using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>Reads what our account says by other means, so that nobody answers what a colleague answered from a phone.</summary>
internal sealed class OwnTimeline(INetwork network, Database database, MentionShelf shelf, HeldReplies held, Journal journal, Bell bell, TimeProvider clock)
{
    // Our clock and the network's may differ; reading a little twice costs nothing.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>How many waiting mentions turned out to be answered, or why the timeline could not be read.</summary>
    public async Task<Look> LookAsync(Account account, CancellationToken cancellationToken)
    {
        var since = await database.ReadAsync(
            session => session.FirstOrDefaultAsync<long?>("SELECT timeline_read_at FROM account WHERE id = @Id", new { account.Id }), cancellationToken);
        var began = clock.GetUtcNow();
        var outcome = await network.OwnPostsSinceAsync(account, Moment.Of(since) ?? began - Slack, cancellationToken);
        if (outcome is not ReadOutcome<IReadOnlyList<Post>>.Read { Value: var posts })
            return Look.StoppedBy(outcome, 0);
        var answered = await database.WriteAsync(session => StoreAsync(session, account, posts, began), cancellationToken);
        if (answered > 0)
            bell.Ring(Topic.Mentions);
        return new Look(answered, null);
    }

    private async Task<int> StoreAsync(Session session, Account account, IReadOnlyList<Post> posts, DateTimeOffset began)
    {
        var answered = 0;
        foreach (var post in posts)
        {
            await shelf.AddContextAsync(session, account.Id, post);
            if (post.InReplyTo is { } target && await MentionOfAsync(session, account, target) is { } mentionId)
                await Said.ElsewhereAsync(session, mentionId, post.Id);
            if (post.InReplyTo is not null)
            {
                answered += await MarkAnsweredAsync(session, account, post) ? 1 : 0;
                answered += await Promises.NoteByHandAsync(session, account.Id, post, clock);
            }
        }
        await session.ExecuteAsync(
            "UPDATE account SET timeline_read_at = @at WHERE id = @Id",
            new { account.Id, at = (began - Slack).ToUnixTimeMilliseconds() });
        Walk.Reached("listening.timeline-stored", account.Id);
        return answered;
    }

    private static Task<string?> MentionOfAsync(Session session, Account account, string postId) =>
        session.FirstOrDefaultAsync<string>("SELECT id FROM mention WHERE account_id = @Id AND post_id = @postId", new { account.Id, postId });

    /// <summary>Leaves alone what our own outbox is busy with: that reply is ours, and Posting knows it.</summary>
    private async Task<bool> MarkAnsweredAsync(Session session, Account account, Post post)
    {
        var mention = await session.FirstOrDefaultAsync<Open>(
            """
            SELECT id AS Id, conversation_id AS ConversationId, state AS State FROM mention
            WHERE account_id = @accountId AND post_id = @InReplyTo AND state IN ('waiting', 'snoozed', 'needs-attention')
            """,
            new { accountId = account.Id, post.InReplyTo });
        if (mention is null)
            return false;
        await session.ExecuteAsync("UPDATE conversation SET version = version + 1 WHERE id = @ConversationId", new { mention.ConversationId });
        await held.VoidAsync(session, mention.ConversationId, "somebody answered from another app before the reply left");
        var marked = await session.ExecuteAsync(
            "UPDATE mention SET state = 'answered-elsewhere', state_since = @now, snoozed_until = NULL WHERE id = @Id AND state = @State",
            new { mention.Id, mention.State, now = clock.Milliseconds() }) == 1;
        if (marked)
            await journal.AppendAsync(session, Journal.Engine, mention.Id, "answered-elsewhere", Words.Parse<MentionState>(mention.State), MentionState.AnsweredElsewhere, $"by post {post.Id}");
        return marked;
    }

    private sealed record Open(string Id, string ConversationId, string State);
}
