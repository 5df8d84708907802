using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>A reply as it goes into the outbox.</summary>
/// <param name="ConversationVersion">The conversation's version right after the approval.</param>
/// <param name="ProposedBy">Who approved it first, where it took two.</param>
internal sealed record HeldReply(
    string MentionId, long ConversationVersion, string Text, ReplyOrigin Origin, PictureRow? Picture, string Approver, string? ProposedBy, DateTimeOffset SendAfter)
{
    public Task StoreAsync(Session session, TimeProvider clock) =>
        session.ExecuteAsync(
            """
            INSERT INTO reply (id, mention_id, account_id, conversation_id, talker_id, conversation_version, target_post_id,
                               text, sources, edited, picture, alt_text, state, state_since, approved_by, proposed_by, approved_at, send_after)
            SELECT @id, id, account_id, conversation_id, talker_id, @ConversationVersion, post_id,
                   @Text, @sources, @edited, @hash, @altText, 'held', @now, @Approver, @ProposedBy, @now, @sendAfter
            FROM mention WHERE id = @MentionId
            """,
            new
            {
                id = Ids.New(clock),
                MentionId,
                ConversationVersion,
                Text,
                sources = Origin.Sources,
                edited = Origin.Edited ? 1L : 0L,
                hash = Picture?.Hash,
                altText = Picture?.AltText,
                Approver,
                ProposedBy,
                now = clock.Milliseconds(),
                sendAfter = SendAfter.ToUnixTimeMilliseconds(),
            });

    /// <summary>What was held; null when nothing is any more.</summary>
    public static Task<UndoneReply?> UndoAsync(Session session, string mentionId, TimeProvider clock) =>
        session.FirstOrDefaultAsync<UndoneReply>(
            """
            UPDATE reply SET state = 'undone', state_since = @now WHERE mention_id = @mentionId AND state = 'held'
            RETURNING text AS Text, picture AS Picture, alt_text AS AltText, proposed_by AS ProposedBy
            """,
            new { mentionId, now = clock.Milliseconds() });
}

/// <summary>A reply that was taken back.</summary>
internal sealed record UndoneReply(string Text, string? Picture, string? AltText, string? ProposedBy);
