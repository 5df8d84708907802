namespace EngageBot.Sandbox.Square;

/// <summary>Pictures that were uploaded and may be put into a post for a day. Safe for many threads.</summary>
internal sealed class MediaShelf(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private const int Most = 1_000;

    private readonly Lock gate = new();
    private readonly Snowflakes snowflakes = new();
    private readonly Dictionary<long, (User Owner, Picture Picture, DateTimeOffset Until)> shelf = [];

    public Picture Add(User owner, string mediaType, byte[] bytes)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (shelf.Count >= Most)
                shelf.Remove(shelf.Keys.Min());
            var picture = new Picture(snowflakes.Next(now), mediaType, bytes);
            shelf[picture.Id] = (owner, picture, now + Life);
            return picture;
        }
    }

    /// <summary>False when this user has no such picture any more.</summary>
    public bool Describe(User owner, long id, string altText)
    {
        lock (gate)
        {
            if (Find(owner, id) is not { } picture)
                return false;
            shelf[id] = shelf[id] with { Picture = picture with { AltText = altText } };
            return true;
        }
    }

    /// <summary>Null when one of them is not there, not theirs or too old.</summary>
    public IReadOnlyList<Picture>? Take(User owner, IReadOnlyList<long> ids)
    {
        lock (gate)
        {
            var found = ids.Select(id => Find(owner, id)).ToList();
            return found.Contains(null) ? null : [.. found.OfType<Picture>()];
        }
    }

    private Picture? Find(User owner, long id) =>
        shelf.TryGetValue(id, out var entry) && entry.Owner == owner && entry.Until > clock.GetUtcNow() ? entry.Picture : null;
}
