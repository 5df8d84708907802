using EngageBot.Model;
using EngageBot.Networks;

namespace EngageBot.Listening;

/// <summary>
/// The way of one look: down the timeline from the newest mention to what is known, and on by the network's search
/// where the timeline ends too early because more people wrote than it holds.
/// </summary>
internal sealed class Descent(StartingPoint start, int depth)
{
    private Post? lowest;
    private string? below;
    private int walked;
    private int pages;

    /// <summary>The newest post of the walk; the next bookmark once it is done.</summary>
    public string? Newest { get; private set; }

    /// <summary>The timeline did not reach down to what is known.</summary>
    public bool IsBelowTheTimeline => below is not null;

    /// <summary>The walk was so long that the timeline ended rather than what is new.</summary>
    public bool HasMissed => walked >= depth;

    /// <summary>While several pages are read more people write, and the timeline ends higher up: then only the search knows whether all was read.</summary>
    private bool MayHaveMissed => HasMissed || (pages > 1 && depth < int.MaxValue);

    public MentionQuery First => new(start.SinceId);

    /// <summary>How far the timeline reached.</summary>
    public DateTimeOffset? Bottom => lowest?.PostedAt;

    /// <summary>What to ask for after this page; null when it was the last.</summary>
    public MentionQuery? After(MentionPage page)
    {
        Newest ??= page.NewestId;
        walked += page.Posts.Count;
        pages++;
        if (page.Posts.MinBy(post => post.PostedAt) is { } last && (lowest is null || last.PostedAt <= lowest.PostedAt))
            lowest = last;
        if (start.SinceId is null && page.Posts.Any(post => post.PostedAt < start.Oldest))
            return null;
        if (page.NextPage is { } token)
            return new MentionQuery(start.SinceId, token, UntilId: below);
        if (IsBelowTheTimeline || start.SinceId is null || !MayHaveMissed || lowest is null)
            return null;
        below = lowest.Id;
        return new MentionQuery(start.SinceId, UntilId: below);
    }
}
