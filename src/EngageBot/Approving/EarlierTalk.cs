using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What another talk with a person was about, and where they stand with us.</summary>
/// <param name="GoesOn">It is their turn or ours there: the same person talks with us in two threads.</param>
/// <param name="Waiting">How many of their mentions in other talks wait for a decision.</param>
public sealed record EarlierTalk(string MentionId, string Text, Intent Intent, DateTimeOffset At, MentionState State, bool GoesOn, long Waiting)
{
    internal static async Task<EarlierTalk?> OfAsync(Session session, string talkerId, string conversationId, TimeProvider clock)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            """
            SELECT id AS Id, conversation_id AS ConversationId, text AS Text, intent AS Intent, posted_at AS PostedAt, state AS State
            FROM mention WHERE talker_id = @talkerId AND conversation_id <> @conversationId AND state <> 'withdrawn'
            ORDER BY posted_at DESC LIMIT 1
            """,
            new { talkerId, conversationId });
        if (row is null)
            return null;
        var waiting = await session.FirstOrDefaultAsync<long>(
            "SELECT COUNT(*) FROM mention WHERE talker_id = @talkerId AND conversation_id <> @conversationId AND state IN ('waiting', 'snoozed', 'needs-attention')",
            new { talkerId, conversationId });
        var standing = await WhoseTurn.InAsync(session, row.ConversationId, clock);
        return new EarlierTalk(row.Id, row.Text, Words.Parse<Intent>(row.Intent), Moment.Of(row.PostedAt), Words.Parse<MentionState>(row.State), standing is { State: TalkState.OurTurn or TalkState.TheirTurn }, waiting);
    }

    private sealed record Row(string Id, string ConversationId, string Text, string Intent, long PostedAt, string State);
}
