using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Posting;

/// <summary>The statements of the outbox. <c>sending</c> is committed before the single attempt, so that no crash can lead to a second one.</summary>
internal sealed class Outbox(Database database, Journal journal, TimeProvider clock)
{
    /// <summary>
    /// Claims the reply that is due longest, if its conversation still stands where the approver saw it. Null when nothing is due
    /// or another replica took it.
    /// </summary>
    public Task<OutboxItem?> ClaimAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(ClaimAsync, cancellationToken);

    private async Task<OutboxItem?> ClaimAsync(Session session)
    {
        var claimed = await session.FirstOrDefaultAsync<ClaimedRow>(
            """
            UPDATE reply SET state = 'sending', state_since = @now, attempted_at = @now
            WHERE state = 'held'
              AND id = (SELECT reply.id FROM reply
                        JOIN account ON account.id = reply.account_id
                        JOIN conversation ON conversation.id = reply.conversation_id
                        JOIN talker ON talker.id = reply.talker_id
                        JOIN mention ON mention.id = reply.mention_id
                        WHERE reply.state = 'held' AND reply.send_after <= @now AND account.post_after <= @now
                          AND conversation.version = reply.conversation_version AND talker.opted_out_at IS NULL
                          AND (mention.sense_until IS NULL OR mention.sense_until > @now OR reply.approved_at >= mention.sense_until)
                          AND (reply.picture IS NULL OR reply.media_until > @now)
                        ORDER BY reply.send_after LIMIT 1)
            RETURNING id AS Id, mention_id AS MentionId, account_id AS AccountId, target_post_id AS TargetPostId, text AS Text, attempted_at AS AttemptedAt, media_id AS MediaId
            """,
            new { now = clock.Milliseconds() });
        if (claimed is null)
            return null;
        var context = await session.FirstOrDefaultAsync<ContextRow>(
            """
            SELECT network AS Network, user_id AS UserId, handle AS Handle, name AS Name,
                   (SELECT posted_at FROM mention WHERE id = @MentionId) AS TargetPostedAt,
                   (SELECT COUNT(*) FROM reply WHERE mention_id = @MentionId AND state = 'needs-attention') AS Doubtful
            FROM account WHERE id = @AccountId
            """,
            new { claimed.MentionId, claimed.AccountId });
        await journal.AppendAsync(session, Journal.Engine, claimed.MentionId, "sending", MentionState.Answering, MentionState.Answering);
        Walk.Reached("posting.claiming", claimed.Id);
        return new OutboxItem(
            claimed.Id, claimed.MentionId,
            new Account(claimed.AccountId, context!.Network, new Person(context.UserId, context.Handle, context.Name)),
            claimed.TargetPostId, claimed.Text, claimed.AttemptedAt, context.TargetPostedAt, context.Doubtful > 0, claimed.MediaId);
    }

    /// <summary>When the next held reply is due; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        Moment.Of(await database.ReadAsync(
            session => session.FirstOrDefaultAsync<long?>("SELECT send_after FROM reply WHERE state = 'held' ORDER BY send_after LIMIT 1"),
            cancellationToken));

    private sealed record ClaimedRow(string Id, string MentionId, string AccountId, string TargetPostId, string Text, long AttemptedAt, string? MediaId);

    private sealed record ContextRow(string Network, string UserId, string Handle, string Name, long TargetPostedAt, long Doubtful);
}
