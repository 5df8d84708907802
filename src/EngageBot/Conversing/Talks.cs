using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>Looks up what was said before, so that a draft neither repeats itself nor greets twice.</summary>
internal static class Talks
{
    private const int RecentReplies = 1000;
    private const int RecentDrafts = 1000;

    /// <summary>Our latest words to anybody: X refuses a text that the account has said before.</summary>
    /// <param name="besides">A mention whose own draft does not count.</param>
    public static async Task<RecentWords> RecentWordsAsync(Session session, string accountId, string besides = "")
    {
        var replies = await session.QueryAsync<string>(
            "SELECT text FROM reply WHERE account_id = @accountId AND state <> 'undone' AND text <> '' ORDER BY approved_at DESC LIMIT @limit",
            new { accountId, limit = (long)RecentReplies });
        var drafts = await session.QueryAsync<string>(
            """
            SELECT wording.text FROM (SELECT id FROM mention WHERE account_id = @accountId AND id <> @besides ORDER BY posted_at DESC LIMIT @limit) AS latest
            JOIN wording ON wording.mention_id = latest.id AND wording.place = 0
            """,
            new { accountId, besides, limit = (long)RecentDrafts });
        return new RecentWords(replies, [.. drafts.Reverse()], await WordingWorth.StartersAsync(session));
    }

    /// <summary>The talk with a person we have met. What somebody of us said from a phone counts as said.</summary>
    /// <param name="besides">The mention at hand, once it is stored.</param>
    public static async Task<Talk> WithAsync(Session session, string conversationId, string talkerId, RecentWords recent, string besides = "")
    {
        var theirs = await session.QueryAsync<string>(
            "SELECT text FROM mention WHERE conversation_id = @conversationId AND id <> @besides ORDER BY posted_at DESC, id DESC", new { conversationId, besides });
        var ours = await session.QueryAsync<OurTurn>(
            """
            SELECT conversation_id AS ConversationId, text AS Text, sources AS Sources, approved_at AS At FROM reply
            WHERE talker_id = @talkerId AND state IN ('held', 'sending', 'sent', 'unclear')
            UNION ALL
            SELECT mention.conversation_id, context_post.text, '', context_post.posted_at FROM mention
            JOIN context_post ON context_post.account_id = mention.account_id AND context_post.in_reply_to = mention.post_id
            JOIN account ON account.id = mention.account_id AND account.user_id = context_post.user_id
            WHERE mention.talker_id = @talkerId
              AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = mention.id AND reply.post_id = context_post.post_id)
            ORDER BY At DESC LIMIT 50
            """,
            new { talkerId });
        // what lies on the desk for them will probably be said, too: two drafts of one hour must not greet twice
        var proposed = await session.QueryAsync<OurTurn>(
            """
            SELECT mention.conversation_id AS ConversationId, wording.text AS Text, wording.sources AS Sources, mention.seen_at AS At FROM mention
            JOIN wording ON wording.mention_id = mention.id AND wording.place = 0
            WHERE mention.talker_id = @talkerId AND mention.state IN ('waiting', 'snoozed') AND mention.id <> @besides ORDER BY mention.seen_at DESC LIMIT 20
            """,
            new { talkerId, besides });
        var here = ours.Where(turn => turn.ConversationId == conversationId).ToList();
        return new Talk(theirs.Count, here.Count, ours.Count > here.Count, Entries(ours.Concat(proposed)), recent.Said, recent.Proposed)
        {
            Heard = [.. proposed.Concat(ours).Select(turn => turn.Text)],
            Coming = [.. proposed.Where(turn => turn.ConversationId == conversationId).Select(turn => turn.Text)],
            SaidHere = [.. here.Select(turn => turn.Text)],
            ToldHere = Entries(here.Concat(proposed.Where(turn => turn.ConversationId == conversationId))),
            TheirWords = theirs,
            HasComplained = await session.FirstOrDefaultAsync<string>(
                "SELECT id FROM mention WHERE conversation_id = @conversationId AND id <> @besides AND intent = 'complaint' LIMIT 1", new { conversationId, besides }) is not null,
            SaidAt = here.Count > 0 ? Moment.Of(here[0].At) : null,
            MetAt = proposed.Concat(ours).Select(turn => Moment.Of((long?)turn.At)).Max(),
            Owed = await Promises.OwedAsync(session, conversationId),
            Starters = recent.Starters,
        };
    }

    private static HashSet<string> Entries(IEnumerable<OurTurn> turns) => [.. turns.SelectMany(turn => Lines.Split(turn.Sources))];

    private sealed record OurTurn(string ConversationId, string Text, string Sources, long At);
}

/// <summary>What the account said lately, newest first, what drafts propose to say, newest last, and which wordings start talks.</summary>
internal sealed record RecentWords(IReadOnlyList<string> Said, List<string> Proposed, IReadOnlyDictionary<string, double> Starters)
{
    public static RecentWords None { get; } = new([], [], new Dictionary<string, double>());
}
