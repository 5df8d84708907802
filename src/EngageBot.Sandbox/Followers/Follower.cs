namespace EngageBot.Sandbox.Followers;

/// <summary>Somebody invented who talks to the theatre, always in the same language.</summary>
public sealed record Follower(string Handle, string Name, string Language);
