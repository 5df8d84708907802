using System.Data.Common;
using EngageBot.Approving;
using EngageBot.Approving.Finding;

namespace EngageBot.Desk.Queue;

/// <summary>
/// The list on the left: always what the database says, and only as much of it as is in sight. The neighbours of a letter are asked for
/// by its place, so the next one costs the same however many wait.
/// </summary>
internal sealed class QueueFeed(ApprovalQueue queue, MentionSearch search)
{
    private const int Head = 50;
    private const int PerSearch = 50;

    // A longer list could not be walked by hand; what lies deeper is searched for.
    private const int Longest = 10_000;

    public Sight Sight { get; private set; } = new(Lane.Waiting);

    public Lane Lane => Sight.Lane;

    /// <summary>The beginning of the list, or all that was found.</summary>
    public IReadOnlyList<QueueItem> Items { get; private set; } = [];

    /// <summary>What the search found; null while none is under way.</summary>
    public Findings? Found { get; private set; }

    /// <summary>How long the list is.</summary>
    public int Total { get; private set; }

    /// <summary>Rises whenever the list may look different.</summary>
    public int Version { get; private set; }

    public bool Loaded { get; private set; }

    public string? First => Items.Count == 0 ? null : Items[0].Id;

    public async Task TurnToAsync(Sight sight)
    {
        (Sight, Found) = (sight, null);
        await RefreshAsync();
    }

    /// <summary>Looks again. What a search found stays as it is until somebody searches anew: it must not move under the reader.</summary>
    public async Task RefreshAsync()
    {
        if (Sight.Sought is { } sought)
            Found ??= await search.FindAsync(sought, PerSearch, null, CancellationToken.None);
        Items = Found is null ? await queue.ListAsync(Sight.View(Head), CancellationToken.None) : [.. Found.Items.Select(found => found.Mention)];
        Total = Found is null && Items.Count == Head ? (int)Math.Min(Longest, await CountAsync()) : Items.Count;
        Loaded = true;
        Version++;
    }

    /// <summary>A stretch of the list; while the database does not answer, only as much of it as is known, and the desk tells why by itself.</summary>
    public async ValueTask<IReadOnlyList<QueueItem>> WindowAsync(int start, int count)
    {
        IReadOnlyList<QueueItem> known = [.. Items.Skip(start).Take(count)];
        try
        {
            return known.Count == count || Total <= Items.Count ? known : await queue.ListAsync(Sight.View(count) with { Skip = start }, CancellationToken.None);
        }
        catch (DbException)
        {
            return known;
        }
    }

    /// <summary>The next page of what was found.</summary>
    public async Task MoreAsync()
    {
        if (Found is not { Next: { } next } found)
            return;
        var more = await search.FindAsync(Sight.Sought!, PerSearch, next, CancellationToken.None);
        var known = found.Items.Select(one => one.Mention.Id).ToHashSet();
        Found = more with { Items = [.. found.Items, .. more.Items.Where(one => !known.Contains(one.Mention.Id))] };
        await RefreshAsync();
    }

    /// <summary>The neighbour of a mention in the list, also of one that has just left it; null at the end.</summary>
    public Task<string?> AfterAsync(string? mentionId) => NeighbourAsync(mentionId, 1);

    public Task<string?> BeforeAsync(string? mentionId) => NeighbourAsync(mentionId, -1);

    /// <summary>Where to go when this mention has left the list: to the one below, else to the one above.</summary>
    public async Task<string?> HeirAsync(string mentionId) => await AfterAsync(mentionId) ?? await BeforeAsync(mentionId);

    /// <summary>How many lines stand above a mention; null while the database does not answer.</summary>
    public async Task<long?> RankAsync(string mentionId)
    {
        try
        {
            return Found is null && await queue.PlaceAsync(mentionId, Sight.Sorting, CancellationToken.None) is { } place
                ? await queue.RankAsync(Sight.View(0), place, CancellationToken.None)
                : Items.TakeWhile(item => item.Id != mentionId).Count();
        }
        catch (DbException)
        {
            return null;
        }
    }

    private async Task<string?> NeighbourAsync(string? mentionId, int step)
    {
        if (mentionId is null)
            return First;
        if (Found is not null)
            return Items.Select(item => item.Id).ToList() is var ids && ids.IndexOf(mentionId) is >= 0 and var index ? ids.ElementAtOrDefault(index + step) : First;
        if (await queue.PlaceAsync(mentionId, Sight.Sorting, CancellationToken.None) is not { } place)
            return First;
        var neighbours = await queue.ListAsync(Sight.View(1) with { After = place, Upwards = step < 0 }, CancellationToken.None);
        return neighbours.Count == 0 ? null : neighbours[0].Id;
    }

    private async Task<long> CountAsync() =>
        Sight.IsWhole ? Lane.Count(await queue.CountsAsync(CancellationToken.None)) : await queue.CountAsync(Sight.View(Longest), CancellationToken.None);
}
