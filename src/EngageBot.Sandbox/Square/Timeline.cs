namespace EngageBot.Sandbox.Square;

/// <summary>Posts in the order of their ids, read from the newest down. The square's lock guards it.</summary>
internal sealed class Timeline
{
    private readonly List<Post> posts = [];

    public int Count => posts.Count;

    public Post Oldest => posts[0];

    public void Add(Post post)
    {
        if (posts.Count == 0 || posts[^1].Id < post.Id)
            posts.Add(post);
        else
            posts.Insert(FirstAtOrAbove(post.Id), post);
    }

    public void ForgetBelow(long id) => posts.RemoveRange(0, FirstAtOrAbove(id));

    public List<Post> TakeOldest(int count)
    {
        var taken = posts.GetRange(0, count);
        posts.RemoveRange(0, count);
        return taken;
    }

    public List<Post> After(long id, int limit)
    {
        var first = id == long.MaxValue ? posts.Count : FirstAtOrAbove(id + 1);
        return posts.GetRange(first, Math.Min(limit, posts.Count - first));
    }

    public IEnumerable<Post> NewestFirst()
    {
        for (var i = posts.Count - 1; i >= 0; i--)
            yield return posts[i];
    }

    public Page Read(PageQuery query)
    {
        var found = new List<Post>(Math.Min(query.Size + 1, 128));
        var depth = 0;
        for (var i = StartOf(query); i >= 0; i--)
        {
            var post = posts[i];
            if (!post.IsListedAt(query.Now) || !query.Filter(post))
                continue;
            if (++depth > query.Depth)
                return query.IsBackwards ? Nearest(found, query) : new Page(found, HasOlder: query.SinceId is null && found.Count > 0);
            if (query.IsBelow(post))
                break;
            if (query.IsAbove(post))
                continue;
            if (!query.IsBackwards && found.Count == query.Size)
                return new Page(found, HasOlder: true);
            found.Add(post);
        }

        return query.IsBackwards ? Nearest(found, query) : new Page(found, HasOlder: false);
    }

    private static Page Nearest(List<Post> found, PageQuery query) =>
        new(found.Count > query.Size ? found.GetRange(found.Count - query.Size, query.Size) : found, HasOlder: true);

    // With a depth, every newer post counts, so the walk has to begin at the top.
    private int StartOf(PageQuery query) =>
        query.Depth == int.MaxValue && query.Ceiling is { } ceiling ? FirstAtOrAbove(ceiling) - 1 : posts.Count - 1;

    private int FirstAtOrAbove(long id)
    {
        var (low, high) = (0, posts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (posts[middle].Id < id)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
