using EngageBot.Desk.Letter;

namespace EngageBot.Desk.Queue;

/// <summary>What is done to several mentions at once.</summary>
internal sealed partial class Sitting
{
    /// <summary>Does it, tells it with its undo, and goes on when the open letter was among them.</summary>
    public Task SettleAsync(Func<Task<Deed?>> work) => Rights.MayDecide ? TryAsync(async () =>
    {
        await kept.FlushAsync();
        if (await work() is { } deed)
        {
            isDone = true;
            deeds.Add(deed);
        }
        await feed.RefreshAsync();
        if (Letter is not { } letter || await mentions.OpenAsync(letter.Mention.Id, CancellationToken.None) is not { } fresh)
            return;
        if (fresh.Mention.State == letter.Mention.State)
            Letter = fresh;
        else
            await ShowAsync(await feed.HeirAsync(letter.Mention.Id));
    }) : Task.CompletedTask;
}
