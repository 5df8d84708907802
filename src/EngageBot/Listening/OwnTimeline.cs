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
        // a moment that lies ahead was noted by a clock that has been set right since
        var from = Moment.Of(since) is { } noted && noted < began - Slack ? noted : began - Slack;
        var outcome = await network.OwnPostsSinceAsync(account, from, cancellationToken);
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
        foreach (var post in posts.Where(post => !post.IsRepost).OrderBy(post => post.PostedAt)) // a repost is somebody else's words; a promise comes before what keeps it
        {
            await shelf.AddContextAsync(session, account.Id, post);
            if (post.InReplyTo is { } target && await MentionOfAsync(session, account, target) is { } mentionId)
                await Said.ElsewhereAsync(session, mentionId, post.Id);
            if (post.InReplyTo is not null)
            {
                answered += await MarkAnsweredAsync(session, account, post) ? 1 : 0;
                answered += await Promises.NoteByHandAsync(session, account.Id, post, journal, clock);
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
        if (await IsLostReplyAsync(session, mention, post))
            return true;
        await session.ExecuteAsync("UPDATE conversation SET version = version + 1 WHERE id = @ConversationId", new { mention.ConversationId });
        await held.VoidAsync(session, mention.ConversationId, "somebody answered from another app before the reply left");
        var marked = await session.ExecuteAsync(
            "UPDATE mention SET state = 'answered-elsewhere', state_since = @now, snoozed_until = NULL WHERE id = @Id AND state = @State",
            new { mention.Id, mention.State, now = clock.Milliseconds() }) == 1;
        if (marked)
            await journal.AppendAsync(session, Journal.Engine, mention.Id, "answered-elsewhere", Words.Parse<MentionState>(mention.State), MentionState.AnsweredElsewhere, $"by post {post.Id}");
        return marked;
    }

    /// <summary>A reply of our own that was given up as lost shows up after all: then nobody else answered.</summary>
    private async Task<bool> IsLostReplyAsync(Session session, Open mention, Post post)
    {
        var lost = await session.FirstOrDefaultAsync<Lost>(
            "SELECT id AS Id, text AS Text FROM reply WHERE mention_id = @Id AND state = 'needs-attention' ORDER BY approved_at DESC LIMIT 1", new { mention.Id });
        if (lost is null || !network.SaysTheSame(lost.Text, post.Text))
            return false;
        var now = clock.Milliseconds();
        await session.ExecuteAsync("UPDATE reply SET state = 'sent', state_since = @now, post_id = @postId, problem = NULL WHERE id = @Id", new { lost.Id, postId = post.Id, now });
        await session.ExecuteAsync(
            "UPDATE mention SET state = 'answered', state_since = @now, snoozed_until = NULL, typed_text = NULL, typed_by = NULL, typed_at = NULL WHERE id = @Id", new { mention.Id, now });
        await journal.AppendAsync(session, Journal.Engine, mention.Id, "found-sent", Words.Parse<MentionState>(mention.State), MentionState.Answered, $"post {post.Id}");
        await Promises.NoteSentAsync(session, lost.Id, journal, clock);
        return true;
    }

    private sealed record Open(string Id, string ConversationId, string State);

    private sealed record Lost(string Id, string Text);
}
