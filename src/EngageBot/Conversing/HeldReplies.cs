using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>What becomes of approved replies that have not left yet when their conversation goes on.</summary>
internal sealed class HeldReplies(Journal journal, TimeProvider clock)
{
    /// <summary>
    /// Takes back what was approved for an earlier version of the talk; its mention waits again with the words kept.
    /// Whoever raises a version unseen by the approvers calls this in the same transaction: such a reply is never sent.
    /// </summary>
    public async Task VoidAsync(Session session, string conversationId, string why)
    {
        var voided = await session.QueryAsync<VoidedReply>(
            """
            UPDATE reply SET state = 'voided', state_since = @now
            WHERE conversation_id = @conversationId AND state = 'held'
              AND conversation_version <> (SELECT version FROM conversation WHERE id = @conversationId)
            RETURNING mention_id AS MentionId, text AS Text, approved_by AS ApprovedBy, picture AS Picture, alt_text AS AltText
            """,
            new { conversationId, now = clock.Milliseconds() });
        foreach (var reply in voided)
        {
            var waits = await session.ExecuteAsync(
                """
                UPDATE mention SET state = 'waiting', state_since = @now, typed_text = @Text, typed_by = @ApprovedBy, typed_at = @now, typed_picture = @Picture, typed_alt_text = @AltText
                WHERE id = @MentionId AND state = 'answering'
                """,
                new { reply.MentionId, reply.Text, reply.ApprovedBy, reply.Picture, reply.AltText, now = clock.Milliseconds() }) == 1;
            if (waits)
                await journal.AppendAsync(session, Journal.Engine, reply.MentionId, "voided", MentionState.Answering, MentionState.Waiting, why);
        }
    }

    /// <summary>A colleague's decision raised the version knowingly: what is held for the same talk still stands.</summary>
    public static Task CarryAlongAsync(Session session, string conversationId) =>
        session.ExecuteAsync(
            "UPDATE reply SET conversation_version = conversation_version + 1 WHERE conversation_id = @conversationId AND state = 'held'",
            new { conversationId });

    private sealed record VoidedReply(string MentionId, string Text, string ApprovedBy, string? Picture, string? AltText);
}
