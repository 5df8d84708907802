using EngageBot.Model;

namespace EngageBot.Listening;

/// <summary>Stores the pages of one look in their order, one at a time, while the next is being read.</summary>
internal sealed class PageStore(MentionIntake intake, Account account, CancellationToken cancellationToken) : IAsyncDisposable
{
    private Task storing = Task.CompletedTask;
    private int fresh;

    /// <summary>Waits for the page before, and begins to store this one.</summary>
    public async Task AddAsync(PreparedPage page, string? bookmark, DateTimeOffset? overlapAt)
    {
        await storing;
        // on a thread of its own: SQLite does its work before it gives the task back
        storing = Task.Run(async () => fresh += await intake.StoreAsync(account, page, bookmark, overlapAt, cancellationToken), CancellationToken.None);
    }

    /// <summary>How many mentions were new, once all pages are stored.</summary>
    public async Task<int> FreshAsync()
    {
        await storing;
        return fresh;
    }

    /// <summary>No page is left half way when a look breaks off; what went wrong with it was told where it was awaited.</summary>
    public async ValueTask DisposeAsync() => await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
