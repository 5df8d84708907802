using EngageBot.Approving.Together;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>
/// The verbs of the desk. Each is one transaction guarded by the state and, for an approval, by the version of the
/// conversation that the person saw: zero rows changed means that somebody was faster or the talk moved on.
/// </summary>
internal sealed class Approvals(Database database, Signing signing, Moves moves, KeptDrafts drafts, Bell bell, TimeProvider clock)
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
        var decision = await DecideAloneAsync(mentionId, approver, (session, mention) => signing.ApproveAsync(session, mention, conversationVersion, approval, approver), cancellationToken);
        if (decision is Decision.Taken)
            bell.Ring(Topic.Outbox);
        return decision;
    }

    /// <summary>Decides not to reply, with a reason.</summary>
    public Task<Decision> LetBeAsync(string mentionId, string reason, string person, CancellationToken cancellationToken) =>
        DecideAloneAsync(
            mentionId,
            person,
            async (session, mention) => string.IsNullOrWhiteSpace(reason)
                ? new Decision.NotPostable("Say in a word why, so that colleagues understand it.")
                : await moves.LetBeAsync(session, mention, reason.Trim(), person),
            cancellationToken);

    /// <summary>Puts the mention aside; it comes back by itself.</summary>
    public Task<Decision> SnoozeAsync(string mentionId, DateTimeOffset until, string person, CancellationToken cancellationToken) =>
        DecideAloneAsync(
            mentionId,
            person,
            async (session, mention) => until <= clock.GetUtcNow()
                ? new Decision.NotPostable("That moment has passed. Choose one in the future.")
                : await moves.SnoozeAsync(session, mention, until, person),
            cancellationToken);

    /// <summary>Brings a mention that was let be, snoozed, answered elsewhere or set aside back to the queue.</summary>
    public Task<Decision> ReopenAsync(string mentionId, string person, CancellationToken cancellationToken) =>
        DecideAsync(mentionId, (session, mention) => moves.ReopenAsync(session, mention, person), cancellationToken);

    /// <summary>Takes the last decision back: an approval while its reply is still held, a proposal, a let-be, a snooze.</summary>
    public Task<Decision> UndoAsync(string mentionId, string person, CancellationToken cancellationToken) =>
        DecideAsync(mentionId, (session, mention) => signing.UndoAsync(session, mention, person), cancellationToken);

    /// <summary>Does not wait for the house to open with a reply that is approved.</summary>
    public async Task<Decision> SendNowAsync(string mentionId, string person, CancellationToken cancellationToken)
    {
        var decision = await DecideAsync(mentionId, (session, mention) => signing.SendNowAsync(session, mention, person), cancellationToken);
        if (decision is Decision.Taken)
            bell.Ring(Topic.Outbox);
        return decision;
    }

    /// <summary>Keeps what a person typed, so that a reload or a crash loses nothing. An empty text forgets it.</summary>
    public Task<Decision> SaveDraftAsync(string mentionId, string text, string person, CancellationToken cancellationToken) =>
        SaveDraftAsync(mentionId, text, null, person, cancellationToken);

    /// <summary>The same with the picture that is to go with it.</summary>
    public Task<Decision> SaveDraftAsync(string mentionId, string text, string? picture, string person, CancellationToken cancellationToken) =>
        DecideAsync(mentionId, (session, mention) => drafts.SaveAsync(session, mention, text, picture, person), cancellationToken);

    /// <summary>Offers words back that a browser kept while the desk could not be reached; what lies there from anybody else stays.</summary>
    public Task<Decision> RecoverAsync(string mentionId, string text, string person, CancellationToken cancellationToken) =>
        DecideAsync(mentionId, (session, mention) => drafts.RecoverAsync(session, mention, text, person), cancellationToken);

    /// <summary>Throws away what was set aside for this person.</summary>
    public Task<Decision> ForgetSetAsideAsync(string mentionId, string person, CancellationToken cancellationToken) =>
        DecideAsync(
            mentionId,
            async (session, mention) =>
            {
                await KeptDrafts.ForgetAsync(session, mentionId, person);
                return new Decision.Taken(mention.State);
            },
            cancellationToken);

    /// <summary>Not while a colleague is writing on it: they would find it gone from under their hands.</summary>
    private Task<Decision> DecideAloneAsync(string mentionId, string person, Func<Session, Standing, Task<Decision>> decide, CancellationToken cancellationToken) =>
        DecideAsync(
            mentionId,
            async (session, mention) => mention.IsOpen && await Claims.OfAnotherAsync(session, mentionId, person, clock) is { } claim
                ? new Decision.BeingWritten(claim.Person, claim.Since)
                : await decide(session, mention),
            cancellationToken);

    private async Task<Decision> DecideAsync(string mentionId, Func<Session, Standing, Task<Decision>> decide, CancellationToken cancellationToken)
    {
        var decision = await database.WriteAsync(
            async session =>
            {
                var made = await Standing.OfAsync(session, mentionId) is { } mention ? await decide(session, mention) : new Decision.NotFound();
                Walk.Reached("approving.decided", mentionId);
                return made;
            },
            cancellationToken);
        Walk.Reached("approving.committed", mentionId);
        if (decision.ChangedSomething)
            bell.Ring(Topic.Mentions);
        return decision;
    }
}
