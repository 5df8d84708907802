namespace EngageBot.Networks;

/// <summary>Where the embedded sandbox shows what is public; null when a real network is connected.</summary>
internal sealed record SandboxPlace(string? Address);
