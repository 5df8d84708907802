using EngageBot.Desk.Letter;

namespace EngageBot.Desk.Queue;

/// <summary>A reply that is approved and waits for the house to open.</summary>
internal sealed partial class Sitting
{
    /// <summary>The open letter has one.</summary>
    public bool Waits => Rights.MayDecide && Deed.WaitsUntil(Letter, clock.GetUtcNow()) is not null;

    /// <summary>Sends it as soon as its undo window allows.</summary>
    public Task SendNowAsync() => Letter is { } letter && Waits ? TryAsync(async () =>
    {
        var decision = await approvals.SendNowAsync(letter.Mention.Id, Rights.Name, CancellationToken.None);
        if (decision.ChangedSomething)
            deeds.Add(letter.Mention.Id, letter.Mention.Post.Author.Handle, decision);
        await feed.RefreshAsync();
        await ShowAsync(letter.Mention.Id);
        Notice = Say.Of(decision, Rights.Name, clock.GetUtcNow(), phrases);
    }) : Task.CompletedTask;

    /// <summary>Brings its words back to the desk.</summary>
    public Task TakeBackAsync() => Letter is { } letter && Waits ? ReturnAsync(letter.Mention.Id, approvals.UndoAsync) : Task.CompletedTask;
}
