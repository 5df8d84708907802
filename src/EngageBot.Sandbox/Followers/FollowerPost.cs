namespace EngageBot.Sandbox.Followers;

/// <summary>What a follower says, and after which pause at real-time speed.</summary>
public sealed record FollowerPost(Follower Author, string Text, TimeSpan After, Want Want);
