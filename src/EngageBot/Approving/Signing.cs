using EngageBot.Approving.Rules;
using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Puts a person's name under a reply; where the rules ask for two, the first name makes a proposal of it.</summary>
internal sealed class Signing(VoiceGuard voice, SecondLook secondLook, Proposals proposals, Holding holding, Moves moves, KeptDrafts drafts)
{
    public async Task<Decision> ApproveAsync(Session session, Standing mention, long seenVersion, Approval approval, string approver)
    {
        if (!mention.IsOpen)
            return await Faster.WhoAsync(session, mention);
        // What was proposed for an earlier turn of the talk was never agreed on for this one.
        var first = await Proposals.OfAsync(session, mention.Id) is { } proposal && proposal.Is(approval) && proposal.Version == seenVersion ? proposal : null;
        if (first is not null)
            approval = approval with { Reason = approval.Reason ?? first.Reason, ByModel = approval.ByModel || first.ByModel };
        if (await voice.ObjectionAsync(session, mention.Id, approval.Text, approval.Reason) is { } objection)
            return objection;
        var rule = await secondLook.AskedByAsync(session, mention, approval, approver);
        if (rule is not null && first?.IsBy(approver) == true)
            return new Decision.OwnSecond();
        var shown = approval.Picture is null ? null : await PictureRow.OfAsync(session, mention.Id, approval.Picture);
        if (approval.Picture is not null && shown is null)
            return new Decision.NotPostable("The draft no longer shows this picture. Look again, or leave it out.");

        // The conversation's row is locked first, by everyone in the same order: whoever comes second sees the new version.
        var moved = await session.ExecuteAsync(
            "UPDATE conversation SET version = version + 1 WHERE id = @ConversationId AND version = @seenVersion",
            new { mention.ConversationId, seenVersion }) == 0;
        if (moved)
            return await Faster.WhatMovedAsync(session, mention);
        await HeldReplies.CarryAlongAsync(session, mention.ConversationId);
        var decision = rule is { } asks && first is null
            ? await proposals.ProposeAsync(session, mention, seenVersion + 1, approval, shown, asks, approver)
            : await holding.HoldAsync(session, mention, seenVersion + 1, approval, shown, first?.ProposedBy, approver);
        if (decision.ChangedSomething)
            await ForgetTypedAsync(session, mention, approval.Text, approver);
        return decision;
    }

    /// <summary>Takes the last decision back, whatever it was.</summary>
    public async Task<Decision> UndoAsync(Session session, Standing mention, string person) => mention.State switch
    {
        MentionState.Answering => await holding.TakeBackAsync(session, mention, person),
        MentionState.Waiting or MentionState.NeedsAttention when await Proposals.OfAsync(session, mention.Id) is { } proposal =>
            await proposals.WithdrawAsync(session, mention, proposal, person),
        _ => await moves.ReopenAsync(session, mention, person),
    };

    public Task<Decision> SendNowAsync(Session session, Standing mention, string person) => holding.SendNowAsync(session, mention, person);

    private async Task ForgetTypedAsync(Session session, Standing mention, string approved, string approver)
    {
        await drafts.SetAsideOthersAsync(session, mention.Id, approver, approved);
        await session.ExecuteAsync("UPDATE mention SET typed_text = NULL, typed_by = NULL, typed_at = NULL, typed_picture = NULL, typed_alt_text = NULL WHERE id = @Id", new { mention.Id });
    }
}
