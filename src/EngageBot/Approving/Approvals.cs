using EngageBot.Conversing;
using EngageBot.Learning;
using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Approving;

/// <summary>
/// The verbs of the desk. Each is one transaction guarded by the state and, for an approval, by the version of the
/// conversation that the person saw: zero rows changed means that somebody was faster or the talk moved on.
/// </summary>
internal sealed class Approvals(Database database, Journal journal, Lessons lessons, Bell bell, VoiceGuard voice, TimeProvider clock, IOptions<ApprovingOptions> options)
{
    /// <summary>Approves these very letters. They are posted when the undo window ends, unless the talk moves on before.</summary>
    /// <param name="conversationVersion">The <see cref="Mention.ConversationVersion"/> that the person saw.</param>
    public Task<Decision> ApproveAsync(string mentionId, long conversationVersion, string text, string approver, CancellationToken cancellationToken) =>
        ApproveAsync(mentionId, conversationVersion, new Approval(text), approver, cancellationToken);

    /// <summary>The same with a picture, or with the reason that words far from a person's need.</summary>
    public async Task<Decision> ApproveAsync(string mentionId, long conversationVersion, Approval approval, string approver, CancellationToken cancellationToken)
    {
        if (ReplyText.Objection(approval.Text) is { } objection)
            return new Decision.NotPostable(objection);
        var decision = await DecideAsync(mentionId, (session, mention) => ApproveAsync(session, mention, conversationVersion, approval, approver), cancellationToken);
        if (decision is Decision.Taken)
            bell.Ring(Topic.Outbox);
        return decision;
    }

    /// <summary>Decides not to reply, with a reason.</summary>
    public Task<Decision> LetBeAsync(string mentionId, string reason, string person, CancellationToken cancellationToken) =>
        DecideAsync(
            mentionId,
            async (session, mention) => string.IsNullOrWhiteSpace(reason)
                ? new Decision.NotPostable("Say in a word why, so that colleagues understand it.")
                : await LetBeAsync(session, mention, reason.Trim(), person),
            cancellationToken);

    /// <summary>Puts the mention aside; it comes back by itself.</summary>
    public Task<Decision> SnoozeAsync(string mentionId, DateTimeOffset until, string person, CancellationToken cancellationToken) =>
        DecideAsync(
            mentionId,
            async (session, mention) => until <= clock.GetUtcNow()
                ? new Decision.NotPostable("That moment has passed. Choose one in the future.")
                : await MoveAsync(session, mention, MentionState.Snoozed, person, "snoozed", $"until {until:u}", snoozedUntil: until),
            cancellationToken);

    /// <summary>Brings a mention that was let be, snoozed, answered elsewhere or set aside back to the queue.</summary>
    public Task<Decision> ReopenAsync(string mentionId, string person, CancellationToken cancellationToken) =>
        DecideAsync(mentionId, (session, mention) => ReopenAsync(session, mention, person), cancellationToken);

    /// <summary>Takes the last decision back: an approval while its reply is still held, a let-be, a snooze.</summary>
    public Task<Decision> UndoAsync(string mentionId, string person, CancellationToken cancellationToken) =>
        DecideAsync(
            mentionId,
            (session, mention) => mention.State == MentionState.Answering
                ? UndoApprovalAsync(session, mention, person)
                : ReopenAsync(session, mention, person),
            cancellationToken);

    /// <summary>Keeps what a person typed, so that a reload or a crash loses nothing. An empty text forgets it.</summary>
    public Task<Decision> SaveDraftAsync(string mentionId, string text, string person, CancellationToken cancellationToken) =>
        SaveDraftAsync(mentionId, text, null, person, cancellationToken);

    /// <summary>The same with the picture that is to go with it.</summary>
    public Task<Decision> SaveDraftAsync(string mentionId, string text, string? picture, string person, CancellationToken cancellationToken) =>
        DecideAsync(
            mentionId,
            async (session, mention) =>
            {
                var shown = picture is null ? null : await PictureRow.OfAsync(session, mentionId, picture);
                await session.ExecuteAsync(
                    """
                    UPDATE mention SET typed_text = @text, typed_by = @person, typed_at = @now, typed_picture = @picture, typed_alt_text = @altText
                    WHERE id = @mentionId
                    """,
                    new { mentionId, text = text.Length == 0 ? null : text, person, now = clock.Milliseconds(), picture = shown?.Hash, altText = shown?.AltText });
                return new Decision.Taken(mention.State);
            },
            cancellationToken);

    private async Task<Decision> DecideAsync(string mentionId, Func<Session, Standing, Task<Decision>> decide, CancellationToken cancellationToken)
    {
        var decision = await database.WriteAsync(
            async session => await Standing.OfAsync(session, mentionId) is { } mention ? await decide(session, mention) : new Decision.NotFound(),
            cancellationToken);
        if (decision is Decision.Taken)
            bell.Ring(Topic.Mentions);
        return decision;
    }

    private async Task<Decision> ApproveAsync(Session session, Standing mention, long seenVersion, Approval approval, string approver)
    {
        var (text, picture, reason, byModel) = approval;
        if (!mention.IsOpen)
            return await Faster.WhoAsync(session, mention);
        if (await ObjectionAsync(session, mention, text, reason) is { } objection)
            return objection;

        var shown = picture is null ? null : await PictureRow.OfAsync(session, mention.Id, picture);
        if (picture is not null && shown is null)
            return new Decision.NotPostable("The draft no longer shows this picture. Look again, or leave it out.");

        // The conversation's row is locked first, by everyone in the same order: whoever comes second sees the new version.
        var moved = await session.ExecuteAsync(
            "UPDATE conversation SET version = version + 1 WHERE id = @ConversationId AND version = @seenVersion",
            new { mention.ConversationId, seenVersion }) == 0;
        if (moved)
            return await Faster.WhatMovedAsync(session, mention);

        await HeldReplies.CarryAlongAsync(session, mention.ConversationId);
        var taken = await MoveAsync(session, mention, MentionState.Answering, approver, "approved", Why(reason, byModel));
        if (taken is not Decision.Taken)
            return taken;
        var sendAfter = clock.GetUtcNow().AddSeconds(mention.Intent == Intent.Complaint ? options.Value.UndoSecondsForComplaints : options.Value.UndoSeconds);
        var origin = await ReplyOrigin.OfAsync(session, mention.Id, text, byModel);
        await HoldReplyAsync(session, mention, seenVersion + 1, text, origin, shown, approver, sendAfter);
        if (!origin.Edited)
            await lessons.NoteApprovalAsync(session, mention.Id, mention.Intent, approver);
        await session.ExecuteAsync("UPDATE mention SET typed_text = NULL, typed_by = NULL, typed_at = NULL, typed_picture = NULL, typed_alt_text = NULL WHERE id = @Id", new { mention.Id });
        return new Decision.Taken(MentionState.Answering, sendAfter);
    }

    private static string Why(string? reason, bool byModel) =>
        string.Join("; ", new[] { byModel ? "reworded by a language model" : "", reason?.Trim() ?? "" }.Where(part => part.Length > 0));

    private async Task<Decision?> ObjectionAsync(Session session, Standing mention, string text, string? reason) =>
        await Repeats.ObjectionAsync(session, mention.Id, text, clock) is { } repeat
            ? new Decision.NotPostable(repeat)
            : await voice.ObjectionAsync(session, mention.Id, text, reason);

    private Task HoldReplyAsync(
        Session session, Standing mention, long conversationVersion, string text, ReplyOrigin origin, PictureRow? picture, string approver, DateTimeOffset sendAfter) =>
        session.ExecuteAsync(
            """
            INSERT INTO reply (id, mention_id, account_id, conversation_id, talker_id, conversation_version, target_post_id,
                               text, sources, edited, picture, alt_text, state, state_since, approved_by, approved_at, send_after)
            SELECT @id, id, account_id, conversation_id, talker_id, @conversationVersion, post_id,
                   @text, @sources, @edited, @picture, @altText, 'held', @now, @approver, @now, @sendAfter
            FROM mention WHERE id = @mentionId
            """,
            new
            {
                id = Ids.New(clock),
                mentionId = mention.Id,
                conversationVersion,
                text,
                sources = origin.Sources,
                edited = origin.Edited ? 1L : 0L,
                picture = picture?.Hash,
                altText = picture?.AltText,
                approver,
                now = clock.Milliseconds(),
                sendAfter = sendAfter.ToUnixTimeMilliseconds(),
            });

    private async Task<Decision> LetBeAsync(Session session, Standing mention, string reason, string person)
    {
        var decision = await MoveAsync(session, mention, MentionState.LetBe, person, "let-be", reason, letBeReason: reason);
        if (decision is Decision.Taken)
            await lessons.NoteLetBeAsync(session, mention.Id, reason, person);
        return decision;
    }

    private async Task<Decision> UndoApprovalAsync(Session session, Standing mention, string person)
    {
        await session.ExecuteAsync("UPDATE conversation SET version = version + 1 WHERE id = @ConversationId", new { mention.ConversationId });
        await HeldReplies.CarryAlongAsync(session, mention.ConversationId);
        var undone = await session.FirstOrDefaultAsync<Undone>(
            "UPDATE reply SET state = 'undone', state_since = @now WHERE mention_id = @Id AND state = 'held' RETURNING text AS Text, picture AS Picture, alt_text AS AltText",
            new { mention.Id, now = clock.Milliseconds() });
        if (undone is null)
            return new Decision.TooLate("The reply has already left. Delete it on X by hand if it must go.");
        // What was taken back is usually to be changed: offer it again.
        await session.ExecuteAsync(
            """
            UPDATE mention SET typed_text = @Text, typed_by = @person, typed_at = @now, typed_picture = @Picture, typed_alt_text = @AltText WHERE id = @Id
            """,
            new { mention.Id, undone.Text, undone.Picture, undone.AltText, person, now = clock.Milliseconds() });
        return await MoveAsync(session, mention, MentionState.Waiting, person, "undone", from: MentionState.Answering);
    }

    private Task<Decision> ReopenAsync(Session session, Standing mention, string person) => mention.State switch
    {
        MentionState.LetBe or MentionState.Snoozed or MentionState.AnsweredElsewhere or MentionState.NeedsAttention =>
            MoveAsync(session, mention, MentionState.Waiting, person, "reopened", from: mention.State),
        MentionState.Waiting => Task.FromResult<Decision>(new Decision.Taken(MentionState.Waiting)),
        MentionState.Withdrawn => Task.FromResult<Decision>(new Decision.TooLate("It was deleted, or its author asked us to stop. It cannot come back.")),
        _ => Task.FromResult<Decision>(new Decision.TooLate("It has been answered. The reply is public.")),
    };

    private async Task<Decision> MoveAsync(
        Session session, Standing mention, MentionState to, string person, string what, string why = "",
        MentionState? from = null, DateTimeOffset? snoozedUntil = null, string? letBeReason = null)
    {
        if (from is null && !mention.IsOpen)
            return await Faster.WhoAsync(session, mention);
        var rows = await session.ExecuteAsync(
            """
            UPDATE mention SET state = @to, state_since = @now, snoozed_until = @snoozedUntil, let_be_reason = @letBeReason
            WHERE id = @Id AND state = @state
            """,
            new
            {
                mention.Id,
                state = Words.Of(mention.State),
                to = Words.Of(to),
                now = clock.Milliseconds(),
                snoozedUntil = snoozedUntil?.ToUnixTimeMilliseconds(),
                letBeReason,
            });
        if (rows == 0)
            return await Faster.WhoAsync(session, mention);
        if (to == MentionState.Waiting)
            await Lessons.TakeBackDecisionAsync(session, mention.Id);
        await journal.AppendAsync(session, person, mention.Id, what, mention.State, to, why);
        return new Decision.Taken(to);
    }

    private sealed record Undone(string Text, string? Picture, string? AltText);
}
