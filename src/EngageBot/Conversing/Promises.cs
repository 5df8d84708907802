using EngageBot.Language;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>What we said we would find out: made by a public reply, kept by a later one, never forgotten in between.</summary>
internal static class Promises
{
    /// <summary>Half of those who ask think a day long enough.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    // per mille; what was read with less may be a thank-you in a strange order
    private const long Doubtful = 500;

    /// <summary>Stands among the sources of a wording that tells what was promised.</summary>
    public const string Kept = "promise";

    /// <summary>
    /// A reply of ours is public: it makes a promise, or keeps the one that was open in its talk. Small talk keeps none: it has to
    /// tell something of the library or be in a person's own words.
    /// </summary>
    public static async Task NoteSentAsync(Session session, string replyId, Journal journal, TimeProvider clock)
    {
        var reply = (await session.FirstOrDefaultAsync<Said>(
            "SELECT mention_id AS MentionId, conversation_id AS ConversationId, text AS Text, sources AS Sources, edited AS Edited, approved_by AS ApprovedBy FROM reply WHERE id = @replyId",
            new { replyId }))!;
        var open = await OpenAsync(session, reply.ConversationId);
        if (Speech.Promises(reply.Text))
        {
            if (await BindsAsync(session, reply.MentionId, open))
                await MakeAsync(session, replyId, reply, journal, clock);
            return;
        }
        // a wording that tells what was promised tells the oldest; what a person writes tells what it takes up
        var told = Lines.Split(reply.Sources).Contains(Kept) ? open.Take(1)
            : reply.Edited == 1 || Lines.Split(reply.Sources).Any(IsKnowledge) ? open.Where(owed => TakesUp(reply.Text, owed.Asked))
            : [];
        foreach (var promise in told)
            await CloseAsync(session, promise.Id, reply.ApprovedBy, journal, clock);
    }

    /// <summary>A post of ours that answers a mention and did not leave from here: it makes a promise, too, or somebody has told them by hand.</summary>
    /// <returns>How many promises were kept by it.</returns>
    public static async Task<int> NoteByHandAsync(Session session, string accountId, Post post, Journal journal, TimeProvider clock)
    {
        var parameters = new
        {
            accountId,
            post.InReplyTo,
            postId = post.Id,
            at = post.PostedAt.ToUnixTimeMilliseconds(),
            due = (post.PostedAt + Patience).ToUnixTimeMilliseconds(),
            now = clock.Milliseconds(),
            id = Ids.New(clock),
        };
        if (Speech.Promises(post.Text))
        {
            var target = await session.FirstOrDefaultAsync<Target>(
                "SELECT id AS Id, conversation_id AS ConversationId FROM mention WHERE account_id = @accountId AND post_id = @InReplyTo", new { accountId, post.InReplyTo });
            if (target is null || !await BindsAsync(session, target.Id, await OpenAsync(session, target.ConversationId)))
                return 0;
            foreach (var mention in await session.QueryAsync<string>(MadeByHand, parameters))
                await TellAsync(session, journal, Journal.Engine, mention, "promised", $"from another app, until {post.PostedAt + Patience:u}");
            return 0;
        }
        var kept = await session.QueryAsync<string>(KeptByHand, parameters);
        foreach (var mention in kept)
            await TellAsync(session, journal, Journal.Engine, mention, "promise-kept", "told from another app");
        return kept.Count;
    }

    /// <summary>Writes down once that a promise is late.</summary>
    /// <returns>How many have become late since the last look.</returns>
    public static async Task<int> NoteLateAsync(Session session, Journal journal, TimeProvider clock)
    {
        var late = await session.QueryAsync<string>(
            "UPDATE promise SET late_at = @now WHERE state = 'open' AND due_at < @now AND late_at IS NULL RETURNING mention_id", new { now = clock.Milliseconds() });
        foreach (var mention in late)
            await TellAsync(session, journal, Journal.Engine, mention, "promise-late", "we have not told them yet");
        return late.Count;
    }

    /// <summary>Nobody has to find out any more, for a reason that a person gives.</summary>
    public static Task<int> ReleaseAsync(Session session, string promiseId, string person, string why, TimeProvider clock) =>
        session.ExecuteAsync(
            "UPDATE promise SET state = 'released', closed_at = @now, closed_by = @person, why = @why WHERE id = @promiseId AND state = 'open'",
            new { promiseId, person, why, now = clock.Milliseconds() });

    /// <summary>What they asked when we promised, longest ago; null when nothing is owed.</summary>
    public static async Task<string?> OwedAsync(Session session, string conversationId) =>
        await OpenAsync(session, conversationId) is [var first, ..] ? first.Asked : null;

    private static Task<IReadOnlyList<Open>> OpenAsync(Session session, string conversationId) =>
        session.QueryAsync<Open>(
            """
            SELECT promise.id AS Id, mention.text AS Asked FROM promise JOIN mention ON mention.id = promise.mention_id
            WHERE promise.conversation_id = @conversationId AND promise.state = 'open' ORDER BY promise.made_at, promise.id
            """,
            new { conversationId });

    // what our outbox said or is about to say is no post by hand
    private const string ByHand =
        """
        NOT EXISTS (SELECT 1 FROM reply JOIN mention ON mention.id = reply.mention_id
                    WHERE mention.account_id = @accountId AND mention.post_id = @InReplyTo AND (reply.post_id = @postId OR reply.state IN ('sending', 'unclear')))
        """;

    private const string MadeByHand =
        $"""
        INSERT INTO promise (id, post_id, mention_id, conversation_id, talker_id, made_at, due_at, state)
        SELECT @id, @postId, mention.id, mention.conversation_id, mention.talker_id, @at, @due, 'open' FROM mention
        JOIN talker ON talker.id = mention.talker_id AND talker.opted_out_at IS NULL
        WHERE mention.account_id = @accountId AND mention.post_id = @InReplyTo AND mention.state <> 'withdrawn'
          AND {ByHand}
        ON CONFLICT (mention_id, post_id) DO NOTHING RETURNING mention_id
        """;

    private const string KeptByHand =
        $"""
        UPDATE promise SET state = 'kept', closed_at = @now, closed_by = 'by hand', why = 'told from another app'
        WHERE state = 'open' AND made_at < @at
          AND conversation_id = (SELECT conversation_id FROM mention WHERE account_id = @accountId AND post_id = @InReplyTo)
          AND (mention_id = (SELECT id FROM mention WHERE account_id = @accountId AND post_id = @InReplyTo)
               OR NOT EXISTS (SELECT 1 FROM promise AS own JOIN mention AS asked ON asked.id = own.mention_id
                              WHERE own.state = 'open' AND asked.account_id = @accountId AND asked.post_id = @InReplyTo))
          AND {ByHand}
        RETURNING mention_id
        """;

    /// <summary>
    /// Who says "we'll pass it on" to a thank-you owes nothing. Who says "not yet" owes it once, since the first time; another question
    /// is owed beside it.
    /// </summary>
    private static async Task<bool> BindsAsync(Session session, string mentionId, IReadOnlyList<Open> open)
    {
        var mention = (await session.FirstOrDefaultAsync<Asked>("SELECT text AS Text, intent AS Intent, confidence AS Confidence FROM mention WHERE id = @mentionId", new { mentionId }))!;
        var isTalk = Words.Parse<Intent>(mention.Intent) is Intent.Thanks or Intent.Chat or Intent.Aside || (mention.Confidence < Doubtful && Speech.Thanks(mention.Text));
        if (isTalk && !Speech.Asks(mention.Text))
            return false;
        return open.Count == 0 || (Speech.Asks(mention.Text) && Telling.WordsOf(mention.Text).Any() && open.All(owed => !TakesUp(mention.Text, owed.Asked)));
    }

    private static async Task MakeAsync(Session session, string replyId, Said reply, Journal journal, TimeProvider clock)
    {
        var due = clock.GetUtcNow() + Patience;
        var made = await session.ExecuteAsync(
            """
            INSERT INTO promise (id, reply_id, mention_id, conversation_id, talker_id, made_at, due_at, state)
            SELECT @id, id, mention_id, conversation_id, talker_id, @now, @due, 'open' FROM reply
            WHERE id = @replyId
            ON CONFLICT (reply_id) DO NOTHING
            """,
            new { id = Ids.New(clock), replyId, now = clock.Milliseconds(), due = due.ToUnixTimeMilliseconds() });
        if (made == 1)
            await TellAsync(session, journal, reply.ApprovedBy, reply.MentionId, "promised", $"until {due:u}");
    }

    private static async Task CloseAsync(Session session, string promiseId, string by, Journal journal, TimeProvider clock)
    {
        const string Why = "told in the same thread";
        var closed = await session.QueryAsync<string>(
            "UPDATE promise SET state = 'kept', closed_at = @now, closed_by = @by, why = @Why WHERE id = @promiseId AND state = 'open' RETURNING mention_id",
            new { promiseId, by, Why, now = clock.Milliseconds() });
        foreach (var mention in closed)
            await TellAsync(session, journal, by, mention, "promise-kept", Why);
    }

    private static async Task TellAsync(Session session, Journal journal, string actor, string mentionId, string what, string why)
    {
        var state = Words.Parse<MentionState>((await session.FirstOrDefaultAsync<string>("SELECT state FROM mention WHERE id = @mentionId", new { mentionId }))!);
        await journal.AppendAsync(session, actor, mentionId, what, state, state, why);
    }

    private static bool TakesUp(string text, string owed) =>
        Telling.WordsOf(owed).Intersect(PhraseList.WordsOf(text)).Any();

    private static bool IsKnowledge(string source) =>
        source.StartsWith("answers/", StringComparison.Ordinal) || source.StartsWith("backstage/", StringComparison.Ordinal) || source.StartsWith("maker/", StringComparison.Ordinal);

    private sealed record Open(string Id, string Asked);

    private sealed record Asked(string Text, string Intent, long Confidence);

    private sealed record Target(string Id, string ConversationId);

    private sealed record Said(string MentionId, string ConversationId, string Text, string Sources, long Edited, string ApprovedBy);
}
