namespace EngageBot.Sandbox.Square;

/// <summary>Which part of a timeline is wanted. All bounds are exclusive but the start time.</summary>
internal sealed record PageQuery(DateTimeOffset Now, int Size)
{
    public long? SinceId { get; init; }

    public long? UntilId { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public PageToken? Token { get; init; }

    /// <summary>How many of the newest posts can be reached at all.</summary>
    public int Depth { get; init; } = int.MaxValue;

    public Func<Post, bool> Filter { get; init; } = static _ => true;

    public bool IsBackwards => Token is { IsBackwards: true };

    public long? Ceiling => Token is { IsBackwards: false } token ? Math.Min(token.Id, UntilId ?? long.MaxValue) : UntilId;

    public bool IsAbove(Post post) => post.Id >= (Ceiling ?? long.MaxValue) || post.CreatedAt >= (End ?? DateTimeOffset.MaxValue);

    // since_id wins over start_time.
    public bool IsBelow(Post post) =>
        (SinceId is { } since ? post.Id <= since : post.CreatedAt < (Start ?? DateTimeOffset.MinValue))
        || (IsBackwards && post.Id <= Token!.Value.Id);
}

/// <summary>A place between two posts; it stays where it is however many posts arrive above it.</summary>
internal readonly record struct PageToken(long Id, bool IsBackwards);

internal sealed record Page(IReadOnlyList<Post> Posts, bool HasOlder);
