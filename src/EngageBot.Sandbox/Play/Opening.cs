namespace EngageBot.Sandbox.Play;

/// <summary>A lively beginning: mentions at once, then one every few seconds; after that the followers keep their own time.</summary>
public sealed record Opening
{
    public static Opening None { get; } = new() { Burst = 0, Lasting = TimeSpan.Zero };

    public int Burst { get; init; } = 12;

    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Lasting { get; init; } = TimeSpan.FromMinutes(4);
}
