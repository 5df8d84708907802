namespace EngageBot.Sandbox.Play;

/// <summary>A lively beginning: mentions at once, then one every few seconds; after that the followers keep their own time.</summary>
public sealed record Opening
{
    public static Opening None { get; } = new() { Burst = 0, Lasting = TimeSpan.Zero, Eager = TimeSpan.Zero };

    public int Burst { get; init; } = 12;

    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Lasting { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>For so long after the start followers answer us at once or nearly so.</summary>
    public TimeSpan Eager { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest that an eager answer takes.</summary>
    public TimeSpan EagerAnswer { get; init; } = TimeSpan.FromSeconds(12);
}
