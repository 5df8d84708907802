namespace EngageBot.People;

/// <summary>A user as other users see them.</summary>
/// <param name="Joined">They have chosen a password; false while their invitation is open.</param>
public sealed record Colleague(string Id, string Name, Role Role, DateTimeOffset CreatedAt, bool Joined, bool Disabled);
