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
            "SELECT text FROM reply WHERE account_id = @accountId AND state <> 'undone' ORDER BY approved_at DESC LIMIT @limit",
            new { accountId, limit = (long)RecentReplies });
        var drafts = await session.QueryAsync<string>(
            """
            SELECT wording.text FROM (SELECT id FROM mention WHERE account_id = @accountId AND id <> @besides ORDER BY posted_at DESC LIMIT @limit) AS latest
            JOIN wording ON wording.mention_id = latest.id AND wording.place = 0
            """,
            new { accountId, besides, limit = (long)RecentDrafts });
        return new RecentWords(replies, [.. drafts.Reverse()]);
    }

    /// <summary>The talk with a person we have met.</summary>
    public static async Task<Talk> WithAsync(Session session, string conversationId, string talkerId, RecentWords recent)
    {
        var theirs = await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM mention WHERE conversation_id = @conversationId", new { conversationId });
        var ours = await session.QueryAsync<OurTurn>(
            """
            SELECT conversation_id AS ConversationId, text AS Text, sources AS Sources FROM reply
            WHERE talker_id = @talkerId AND state IN ('held', 'sending', 'sent', 'unclear') ORDER BY approved_at DESC LIMIT 50
            """,
            new { talkerId });
        return new Talk(
            (int)theirs,
            ours.Count(turn => turn.ConversationId == conversationId),
            ours.Any(turn => turn.ConversationId != conversationId),
            [.. ours.SelectMany(turn => Lines.Split(turn.Sources)).Distinct()],
            recent.Said,
            recent.Proposed)
        {
            Heard = [.. ours.Select(turn => turn.Text)],
        };
    }

    private sealed record OurTurn(string ConversationId, string Text, string Sources);
}

/// <summary>What the account said lately, newest first, and what drafts propose to say, newest last.</summary>
internal sealed record RecentWords(IReadOnlyList<string> Said, List<string> Proposed);
