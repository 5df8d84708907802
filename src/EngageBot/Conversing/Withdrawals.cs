using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>Takes mentions out of the line for good: deleted on the network, or their author asked us to stop.</summary>
internal sealed class Withdrawals(Journal journal, HeldReplies held, TimeProvider clock)
{
    /// <summary>The post is gone: its words, our drafts for it and a reply that has not left go with it. The journal keeps that it happened.</summary>
    public async Task BecauseDeletedAsync(Session session, string mentionId)
    {
        var conversationId = await session.FirstOrDefaultAsync<string>(
            "UPDATE conversation SET version = version + 1 WHERE id = (SELECT conversation_id FROM mention WHERE id = @mentionId) RETURNING id",
            new { mentionId });
        await VoidHeldAsync(session, mentionId);
        await WithdrawAsync(session, mentionId, "deleted on the network");
        await held.VoidAsync(session, conversationId!, "they deleted a post of this conversation before the reply left");
        await Said.ForgetMentionAsync(session, mentionId);
        // the post may stand a second time, as what another mention answered
        await session.ExecuteAsync(
            "DELETE FROM context_post WHERE account_id = (SELECT account_id FROM mention WHERE id = @mentionId) AND post_id = (SELECT post_id FROM mention WHERE id = @mentionId)",
            new { mentionId });
        await session.ExecuteAsync("DELETE FROM wording WHERE mention_id = @mentionId", new { mentionId });
        await session.ExecuteAsync(
            "UPDATE promise SET state = 'released', closed_at = @now, closed_by = @engine, why = 'what they asked was deleted' WHERE mention_id = @mentionId AND state = 'open'",
            new { mentionId, now = clock.Milliseconds(), engine = Journal.Engine });
        await session.ExecuteAsync("DELETE FROM lesson WHERE mention_id = @mentionId", new { mentionId });
        await session.ExecuteAsync("DELETE FROM proposal WHERE mention_id = @mentionId", new { mentionId });
        await session.ExecuteAsync("DELETE FROM set_aside WHERE mention_id = @mentionId", new { mentionId });
        // A colleague may have quoted it anywhere in the talk.
        await session.ExecuteAsync("DELETE FROM note WHERE conversation_id = @conversationId", new { conversationId });
        await session.ExecuteAsync(
            "UPDATE mention SET text = '', reasons = '', typed_text = NULL, typed_by = NULL, typed_at = NULL WHERE id = @mentionId",
            new { mentionId });
    }

    /// <summary>The talker said stop: nothing of theirs waits any longer, nothing goes out to them, now and in future.</summary>
    public async Task BecauseAskedToStopAsync(Session session, string talkerId)
    {
        await session.ExecuteAsync(
            "UPDATE talker SET opted_out_at = COALESCE(opted_out_at, @now) WHERE id = @talkerId",
            new { talkerId, now = clock.Milliseconds() });
        await session.ExecuteAsync("UPDATE conversation SET version = version + 1 WHERE talker_id = @talkerId", new { talkerId });
        await session.ExecuteAsync("DELETE FROM lesson WHERE mention_id IN (SELECT id FROM mention WHERE talker_id = @talkerId)", new { talkerId });
        await session.ExecuteAsync(
            "UPDATE promise SET state = 'released', closed_at = @now, closed_by = @engine, why = 'they asked us to stop' WHERE talker_id = @talkerId AND state = 'open'",
            new { talkerId, now = clock.Milliseconds(), engine = Journal.Engine });
        var open = await session.QueryAsync<string>(
            "SELECT id FROM mention WHERE talker_id = @talkerId AND state IN ('waiting', 'snoozed', 'answering', 'needs-attention')",
            new { talkerId });
        foreach (var mentionId in open)
        {
            await VoidHeldAsync(session, mentionId);
            await WithdrawAsync(session, mentionId, "its author asked us to stop");
        }
    }

    /// <summary>Who had asked us to stop has invited us back; what was withdrawn stays so.</summary>
    public static Task UndoStopAsync(Session session, string talkerId) =>
        session.ExecuteAsync("UPDATE talker SET opted_out_at = NULL WHERE id = @talkerId", new { talkerId });

    private Task VoidHeldAsync(Session session, string mentionId) =>
        session.ExecuteAsync(
            "UPDATE reply SET state = 'voided', state_since = @now WHERE mention_id = @mentionId AND state = 'held'",
            new { mentionId, now = clock.Milliseconds() });

    /// <summary>Leaves alone what has a reply on its way that can no longer be stopped, and what is decided.</summary>
    private async Task WithdrawAsync(Session session, string mentionId, string why)
    {
        var state = Words.Parse<MentionState>((await session.FirstOrDefaultAsync<string>("SELECT state FROM mention WHERE id = @mentionId", new { mentionId }))!);
        var withdrawn = await session.ExecuteAsync(
            """
            UPDATE mention SET state = 'withdrawn', state_since = @now, snoozed_until = NULL
            WHERE id = @mentionId AND state = @state AND state <> 'withdrawn' AND state <> 'answered'
              AND NOT EXISTS (SELECT 1 FROM reply WHERE mention_id = @mentionId AND reply.state IN ('sending', 'unclear'))
            """,
            new { mentionId, state = Words.Of(state), now = clock.Milliseconds() }) == 1;
        if (!withdrawn)
            return;
        await Said.ForgetMentionAsync(session, mentionId);
        await journal.AppendAsync(session, Journal.Engine, mentionId, "withdrawn", state, MentionState.Withdrawn, why);
    }
}
