using EngageBot.Approving.Rules;
using EngageBot.Conversing;
using EngageBot.Hours;
using EngageBot.Learning;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Lays an approved reply into the outbox, where it is held until its undo window ends, and takes it out again.</summary>
internal sealed class Holding(RuleBook rules, Moves moves, Lessons lessons, Journal journal, TimeProvider clock)
{
    /// <param name="version">The conversation's version right after the approval.</param>
    /// <param name="proposedBy">Who approved it first, where it took two.</param>
    public async Task<Decision> HoldAsync(Session session, Standing mention, long version, Approval approval, PictureRow? shown, string? proposedBy, string approver)
    {
        var taken = await moves.MoveAsync(session, mention, MentionState.Answering, approver, "approved", Why(approval, proposedBy));
        if (taken is not Decision.Taken)
            return taken;
        var sendAfter = await WhenAsync(session, mention, clock.GetUtcNow() + (await rules.OfAsync(session)).UndoWindow(mention.Intent));
        var origin = await ReplyOrigin.OfAsync(session, mention.Id, approval.Text, approval.ByModel);
        await new HeldReply(mention.Id, version, approval.Text, origin, shown, approver, proposedBy, sendAfter).StoreAsync(session, clock);
        if (!origin.Edited)
            await lessons.NoteApprovalAsync(session, mention.Id, origin.TakesFor(mention.Intent), approver);
        return new Decision.Taken(MentionState.Answering, sendAfter);
    }

    /// <summary>Sends what waits for the house to open as soon as its undo window allows.</summary>
    public async Task<Decision> SendNowAsync(Session session, Standing mention, string person)
    {
        var soon = clock.GetUtcNow() + (await rules.OfAsync(session)).UndoWindow(mention.Intent);
        var hastened = await session.ExecuteAsync(
            "UPDATE reply SET send_after = @soon WHERE mention_id = @Id AND state = 'held' AND send_after > @soon", new { mention.Id, soon = soon.ToUnixTimeMilliseconds() }) == 1;
        if (!hastened)
            return new Decision.TooLate("No reply to this waits for the house to open.");
        await journal.AppendAsync(session, person, mention.Id, "hastened", mention.State, mention.State);
        return new Decision.Taken(mention.State, soon);
    }

    /// <summary>At the end of the undo window, or when the house opens, if it wants that; what would come too late then does not wait.</summary>
    private static async Task<DateTimeOffset> WhenAsync(Session session, Standing mention, DateTimeOffset soon)
    {
        var opening = (await HoursBook.OfAsync(session)).LandsAt(soon);
        return opening > soon && !(Moment.Of(await session.FirstOrDefaultAsync<long?>("SELECT sense_until FROM mention WHERE id = @Id", new { mention.Id })) <= opening) ? opening : soon;
    }

    /// <summary>Takes an approval back as long as its reply is held.</summary>
    public async Task<Decision> TakeBackAsync(Session session, Standing mention, string person)
    {
        await session.ExecuteAsync("UPDATE conversation SET version = version + 1 WHERE id = @ConversationId", new { mention.ConversationId });
        await HeldReplies.CarryAlongAsync(session, mention.ConversationId);
        if (await HeldReply.UndoAsync(session, mention.Id, clock) is not { } undone)
            return new Decision.TooLate("The reply has already left. Delete it on X by hand if it must go.");
        if (undone.ProposedBy is not null)
            await Proposals.RenewAsync(session, mention);
        // What was taken back is usually to be changed: offer it again.
        await session.ExecuteAsync(
            """
            UPDATE mention SET typed_text = @Text, typed_by = @person, typed_at = @now, typed_picture = @Picture, typed_alt_text = @AltText WHERE id = @Id
            """,
            new { mention.Id, undone.Text, undone.Picture, undone.AltText, person, now = clock.Milliseconds() });
        return await moves.MoveAsync(session, mention, MentionState.Waiting, person, "undone", from: MentionState.Answering);
    }

    private static string Why(Approval approval, string? proposedBy) => string.Join(
        "; ",
        new[] { proposedBy is null ? "" : $"proposed by {proposedBy}", approval.ByModel ? "reworded by a language model" : "", approval.Reason?.Trim() ?? "" }
            .Where(part => part.Length > 0));
}
