using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>Takes mentions out of the line for good: deleted on the network, or their author asked us to stop.</summary>
internal sealed class Withdrawals(Journal journal, HeldReplies held, TimeProvider clock)
{
    private static readonly TimeSpan Reprieve = TimeSpan.FromHours(12);

    /// <summary>The post is gone: its words, our drafts for it and a reply that has not left go with it. The journal keeps that it happened.</summary>
    public async Task BecauseDeletedAsync(Session session, string mentionId, string why = "deleted on the network")
    {
        var conversationId = await session.FirstOrDefaultAsync<string>(
            "UPDATE conversation SET version = version + 1 WHERE id = (SELECT conversation_id FROM mention WHERE id = @mentionId) RETURNING id",
            new { mentionId });
        await VoidHeldAsync(session, mentionId);
        await WithdrawAsync(session, mentionId, why);
        await held.VoidAsync(session, conversationId!, "they deleted a post of this conversation before the reply left");
        await session.ExecuteAsync(
            "UPDATE promise SET state = 'released', closed_at = @now, closed_by = @engine, why = 'what they asked was deleted' WHERE mention_id = @mentionId AND state = 'open'",
            new { mentionId, now = clock.Milliseconds(), engine = Journal.Engine });
        await MakerQuestions.LetGoOfMentionAsync(session, mentionId, clock);
        await Forgetting.MentionAsync(session, mentionId);
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
        await MakerQuestions.LetGoOfTalkerAsync(session, talkerId, clock);
        var open = await session.QueryAsync<string>(
            "SELECT id FROM mention WHERE talker_id = @talkerId AND state IN ('waiting', 'snoozed', 'answering', 'needs-attention')",
            new { talkerId });
        foreach (var mentionId in open)
        {
            await VoidHeldAsync(session, mentionId);
            await WithdrawAsync(session, mentionId, "its author asked us to stop");
        }
    }

    /// <summary>
    /// They asked to be forgotten: what they said, what we said to them and who they are. The numbers of their posts stay, so that
    /// no backup brings them back; so does who they are if they had asked us to stop, or we could not leave them alone.
    /// </summary>
    /// <returns>How many mentions lost their words.</returns>
    public async Task<int> BecauseForgottenAsync(Session session, string talkerId)
    {
        var mentions = await session.QueryAsync<string>("SELECT id FROM mention WHERE talker_id = @talkerId AND text <> ''", new { talkerId });
        foreach (var mentionId in mentions)
            await BecauseDeletedAsync(session, mentionId, "its author asked to be forgotten");
        await MakerQuestions.LetGoOfTalkerAsync(session, talkerId, clock);
        await Forgetting.PersonAsync(session, talkerId);
        await Forgetting.WhatWeSaidAsync(session, talkerId);
        return mentions.Count;
    }

    /// <summary>
    /// What was said by people who asked us to stop, half a day after they did or after they said more: time enough for a colleague
    /// to see why a talk ended, and well within the day that X allows.
    /// </summary>
    /// <returns>How many mentions lost their words.</returns>
    public async Task<int> ForgetStoppedAsync(Session session)
    {
        var due = await session.QueryAsync<string>(
            """
            SELECT id FROM talker WHERE opted_out_at < @before AND (name <> handle
                OR EXISTS (SELECT 1 FROM mention WHERE mention.talker_id = talker.id AND mention.text <> '' AND mention.seen_at < @before))
            """,
            new { before = (clock.GetUtcNow() - Reprieve).ToUnixTimeMilliseconds() });
        var forgotten = 0;
        foreach (var talkerId in due)
            forgotten += await Forgetting.PersonAsync(session, talkerId);
        return forgotten;
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
