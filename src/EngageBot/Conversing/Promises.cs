using EngageBot.Language;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>What we said we would find out: made by a public reply, kept by a later one, never forgotten in between.</summary>
internal static class Promises
{
    /// <summary>Half of those who ask think a day long enough.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Stands among the sources of a wording that tells what was promised.</summary>
    public const string Kept = "promise";

    // shorter words stand in every sentence
    private const int TellingLetters = 5;

    /// <summary>
    /// A reply of ours is public: it makes a promise, or keeps the one that was open in its talk. Small talk keeps none: it has to
    /// tell something of the library or be in a person's own words.
    /// </summary>
    public static async Task NoteSentAsync(Session session, string replyId, TimeProvider clock)
    {
        var reply = (await session.FirstOrDefaultAsync<Said>(
            "SELECT mention_id AS MentionId, conversation_id AS ConversationId, text AS Text, sources AS Sources, edited AS Edited, approved_by AS ApprovedBy FROM reply WHERE id = @replyId",
            new { replyId }))!;
        if (Speech.Promises(reply.Text))
            await MakeAsync(session, replyId, clock);
        else if (await OwedAsync(session, reply.ConversationId) is { } owed
            && (Lines.Split(reply.Sources).Contains(Kept) || ((reply.Edited == 1 || Lines.Split(reply.Sources).Any(IsKnowledge)) && TakesUp(reply.Text, owed))))
            await CloseAsync(session, reply.ConversationId, "kept", reply.ApprovedBy, "told in the same thread", clock);
    }

    /// <summary>A post of ours that answers a mention and did not leave from here: somebody told them by hand.</summary>
    public static Task<int> NoteByHandAsync(Session session, string accountId, Post post, TimeProvider clock) =>
        Speech.Promises(post.Text)
            ? Task.FromResult(0)
            : session.ExecuteAsync(
                """
                UPDATE promise SET state = 'kept', closed_at = @now, closed_by = 'by hand', why = 'told from another app'
                WHERE state = 'open' AND made_at < @at
                  AND conversation_id = (SELECT conversation_id FROM mention WHERE account_id = @accountId AND post_id = @InReplyTo)
                  AND NOT EXISTS (SELECT 1 FROM reply JOIN mention ON mention.id = reply.mention_id
                                  WHERE mention.account_id = @accountId AND mention.post_id = @InReplyTo
                                    AND (reply.post_id = @postId OR reply.state IN ('sending', 'unclear')))
                """,
                new { accountId, post.InReplyTo, postId = post.Id, at = post.PostedAt.ToUnixTimeMilliseconds(), now = clock.Milliseconds() });

    /// <summary>Nobody has to find out any more, for a reason that a person gives.</summary>
    public static Task<int> ReleaseAsync(Session session, string promiseId, string person, string why, TimeProvider clock) =>
        session.ExecuteAsync(
            "UPDATE promise SET state = 'released', closed_at = @now, closed_by = @person, why = @why WHERE id = @promiseId AND state = 'open'",
            new { promiseId, person, why, now = clock.Milliseconds() });

    /// <summary>What they asked when we promised; null when nothing is owed.</summary>
    public static Task<string?> OwedAsync(Session session, string conversationId) =>
        session.FirstOrDefaultAsync<string>(
            "SELECT mention.text FROM promise JOIN mention ON mention.id = promise.mention_id WHERE promise.conversation_id = @conversationId AND promise.state = 'open' ORDER BY promise.made_at LIMIT 1",
            new { conversationId });

    /// <summary>One promise at a time in a talk: who says it twice owes it once, since the first time.</summary>
    private static Task<int> MakeAsync(Session session, string replyId, TimeProvider clock) =>
        session.ExecuteAsync(
            """
            INSERT INTO promise (id, reply_id, mention_id, conversation_id, talker_id, made_at, due_at, state)
            SELECT @id, id, mention_id, conversation_id, talker_id, @now, @due, 'open' FROM reply
            WHERE id = @replyId AND NOT EXISTS (SELECT 1 FROM promise WHERE promise.conversation_id = reply.conversation_id AND promise.state = 'open')
            ON CONFLICT (reply_id) DO NOTHING
            """,
            new { id = Ids.New(clock), replyId, now = clock.Milliseconds(), due = (clock.GetUtcNow() + Patience).ToUnixTimeMilliseconds() });

    private static Task<int> CloseAsync(Session session, string conversationId, string state, string by, string why, TimeProvider clock) =>
        session.ExecuteAsync(
            "UPDATE promise SET state = @state, closed_at = @now, closed_by = @by, why = @why WHERE conversation_id = @conversationId AND state = 'open'",
            new { conversationId, state, by, why, now = clock.Milliseconds() });

    private static bool TakesUp(string text, string owed) =>
        PhraseList.WordsOf(owed).Where(word => word.Length >= TellingLetters).Intersect(PhraseList.WordsOf(text)).Any();

    private static bool IsKnowledge(string source) =>
        source.StartsWith("answers/", StringComparison.Ordinal) || source.StartsWith("backstage/", StringComparison.Ordinal) || source.StartsWith("maker/", StringComparison.Ordinal);

    private sealed record Said(string MentionId, string ConversationId, string Text, string Sources, long Edited, string ApprovedBy);
}
