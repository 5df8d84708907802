using EngageBot.Conversing;
using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>The statements that put one mention into the store, all inside the caller's transaction.</summary>
internal sealed class MentionShelf(DraftShelf drafts, Journal journal, HeldReplies held, TimeProvider clock)
{
    public async Task<bool> KnowsAsync(Session session, string accountId, string postId) =>
        await session.FirstOrDefaultAsync<string>("SELECT id FROM mention WHERE account_id = @accountId AND post_id = @postId", new { accountId, postId }) is not null;

    /// <summary>The person, under the same key whenever they write; handle and name follow the network.</summary>
    public async Task<Talker> TalkerAsync(Session session, string network, Person author)
    {
        var id = Ids.New(clock);
        var row = await session.FirstOrDefaultAsync<TalkerRow>(
            """
            INSERT INTO talker (id, network, user_id, handle, name) VALUES (@id, @network, @UserId, @Handle, @Name)
            ON CONFLICT (network, user_id) DO UPDATE SET handle = excluded.handle, name = excluded.name
            RETURNING id AS Id, opted_out_at AS OptedOutAt
            """,
            new { id, network, author.UserId, author.Handle, author.Name });
        return new Talker(row!.Id, row.OptedOutAt, row.Id == id);
    }

    /// <summary>Raises the version of the talk, and takes back what was approved for the version before but has not left.</summary>
    public async Task<Conversation> NextTurnAsync(Session session, string accountId, string threadId, string talkerId)
    {
        var conversation = await session.FirstOrDefaultAsync<Conversation>(
            """
            INSERT INTO conversation (id, account_id, thread_id, talker_id, version) VALUES (@id, @accountId, @threadId, @talkerId, 1)
            ON CONFLICT (account_id, thread_id, talker_id) DO UPDATE SET version = conversation.version + 1
            RETURNING id AS Id, version AS Version
            """,
            new { id = Ids.New(clock), accountId, threadId, talkerId });
        if (conversation!.Version > 1)
            await held.VoidAsync(session, conversation.Id, "they wrote again before the reply left");
        return conversation;
    }

    /// <summary>False when another replica stored it in the meantime.</summary>
    public async Task<bool> AddAsync(
        Session session, Account account, Post post, string talkerId, string conversationId, Understanding understanding, Draft draft, MentionState state, Precedence precedence)
    {
        var id = Ids.New(clock);
        var added = await session.ExecuteAsync(
            """
            INSERT INTO mention (id, account_id, conversation_id, talker_id, post_id, in_reply_to, text, posted_at, seen_at, checked_at, state, state_since,
                                 intent, confidence, reply_welcome, language, reasons, let_be_advice, unanswered, place, urgency, sense_until)
            VALUES (@id, @accountId, @conversationId, @talkerId, @postId, @inReplyTo, @text, @postedAt, @now, @now, @state, @now,
                    @intent, @confidence, @replyWelcome, @language, @reasons, @advice, @unanswered, @place, @urgency, @senseUntil)
            ON CONFLICT (account_id, post_id) DO NOTHING
            """,
            new
            {
                id,
                accountId = account.Id,
                conversationId,
                talkerId,
                postId = post.Id,
                inReplyTo = post.InReplyTo,
                text = post.Text,
                postedAt = post.PostedAt.ToUnixTimeMilliseconds(),
                now = clock.Milliseconds(),
                state = Words.Of(state),
                intent = Words.Of(understanding.Intent),
                confidence = (long)Math.Round(understanding.Confidence * 1000),
                replyWelcome = understanding.ReplyWelcome ? 1L : 0L,
                language = understanding.Language,
                reasons = Lines.Join(understanding.Reasons),
                advice = draft.LetBe,
                unanswered = draft.Unanswered ? 1L : (long?)null,
                place = precedence.PlaceOf(post.PostedAt),
                senseUntil = precedence.SenseUntil?.ToUnixTimeMilliseconds(),
                urgency = precedence.Why is { } why ? Words.Of(why) : null,
            }) == 1;
        if (!added)
            return false;
        await drafts.AddAsync(session, id, draft);
        if (post.Parent is { } parent)
            await AddContextAsync(session, account.Id, parent);
        if (state != MentionState.Withdrawn)
            await Said.MentionAsync(session, id, post, understanding.Language);
        await journal.AppendAsync(session, Journal.Engine, id, "seen", null, state);
        return true;
    }

    /// <summary>A post that is not a mention but belongs to the talk; nothing of those who asked us to stop.</summary>
    public Task<int> AddContextAsync(Session session, string accountId, Post post) =>
        session.ExecuteAsync(
            """
            INSERT INTO context_post (account_id, post_id, thread_id, in_reply_to, user_id, handle, name, text, posted_at)
            SELECT @accountId, @Id, @ThreadId, @InReplyTo, @UserId, @Handle, @Name, @Text, @postedAt
            WHERE NOT EXISTS (SELECT 1 FROM talker WHERE user_id = @UserId AND opted_out_at IS NOT NULL AND network = (SELECT network FROM account WHERE id = @accountId))
            ON CONFLICT (account_id, post_id) DO NOTHING
            """,
            new
            {
                accountId,
                post.Id,
                post.ThreadId,
                post.InReplyTo,
                post.Author.UserId,
                post.Author.Handle,
                post.Author.Name,
                post.Text,
                postedAt = post.PostedAt.ToUnixTimeMilliseconds(),
            });

    public Task<int> NoteReadAsync(Session session, string accountId, string? bookmark, DateTimeOffset? overlapAt) =>
        session.ExecuteAsync(
            """
            UPDATE account
            SET bookmark = COALESCE(@bookmark, bookmark), read_at = @now,
                overlap_read_at = COALESCE(@overlapAt, overlap_read_at, @now)
            WHERE id = @accountId
            """,
            new { accountId, bookmark, overlapAt = overlapAt?.ToUnixTimeMilliseconds(), now = clock.Milliseconds() });

    private sealed record TalkerRow(string Id, long? OptedOutAt);
}

/// <summary>A person on the network as the store knows them.</summary>
internal sealed record Talker(string Id, long? OptedOutAt, bool IsNew);

/// <summary>A talk with one person in one thread.</summary>
internal sealed record Conversation(string Id, long Version);
