using EngageBot.Approving;

namespace EngageBot.Desk.Queue;

/// <summary>The list on the left: as far as the person has scrolled, and always what the database says.</summary>
internal sealed class QueueFeed(ApprovalQueue queue)
{
    private const int Page = 50;
    private int wanted = Page;

    public Lane Lane { get; private set; } = Lane.Waiting;

    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    public bool Loaded { get; private set; }

    public bool HasMore => Items.Count >= wanted;

    public string? First => At(0);

    public async Task TurnToAsync(Lane lane)
    {
        Lane = lane;
        wanted = Page;
        await RefreshAsync();
    }

    public async Task RefreshAsync()
    {
        Items = await queue.ListAsync(Lane.View(wanted), CancellationToken.None);
        Loaded = true;
    }

    /// <summary>The next page, from where the last one ended.</summary>
    public async Task MoreAsync()
    {
        if (!HasMore)
            return;
        var last = Items[^1];
        var view = Lane.View(Page);
        var page = await queue.ListAsync(view with { After = QueueCursor.Of(last, view.Order) }, CancellationToken.None);
        Items = [.. Items, .. page];
        wanted += Page;
    }

    /// <summary>The neighbour of a mention in the list; null at the end.</summary>
    public string? After(string? mentionId) => At(IndexOf(mentionId) + 1);

    public string? Before(string? mentionId) => At(IndexOf(mentionId) - 1);

    /// <summary>Where to go when this mention leaves the list: the one below, else the one above.</summary>
    public string? Heir(string mentionId) => After(mentionId) ?? Before(mentionId);

    private string? At(int index) => index >= 0 && index < Items.Count ? Items[index].Id : null;

    private int IndexOf(string? mentionId)
    {
        for (var index = 0; index < Items.Count; index++)
        {
            if (Items[index].Id == mentionId)
                return index;
        }
        return -1;
    }
}
