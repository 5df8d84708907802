namespace EngageBot.Networks;

/// <summary>What came of a read.</summary>
public abstract record ReadOutcome<T>
{
    private ReadOutcome()
    {
    }

    /// <summary>The answer.</summary>
    public sealed record Read(T Value) : ReadOutcome<T>;

    /// <summary>Ask again after this moment.</summary>
    public sealed record RateLimited(DateTimeOffset Until) : ReadOutcome<T>;

    /// <summary>A passing trouble (unreachable, 5xx, unreadable); asking again later may help.</summary>
    /// <param name="Reason">A sentence for a person: what happened.</param>
    public sealed record Failed(string Reason) : ReadOutcome<T>;

    /// <summary>Asking again will not help until a person mends something (keys, credit, permission, clock).</summary>
    /// <param name="Reason">A sentence for a person: what happened and what to do.</param>
    /// <param name="Until">When it mends itself, where the network says so.</param>
    public sealed record Halted(string Reason, DateTimeOffset? Until = null) : ReadOutcome<T>;
}
