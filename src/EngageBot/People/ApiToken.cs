namespace EngageBot.People;

/// <summary>A key for a program that uses the REST interface in its owner's name; the key itself is not kept.</summary>
/// <param name="Role">What it may do, but never more than its owner may at that moment.</param>
public sealed record ApiToken(
    string Id, string Name, Role Role, string OwnerId, string OwnerName, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

/// <summary>A new token.</summary>
/// <param name="Text">The key, shown now and never again.</param>
public sealed record IssuedToken(string Id, string Text);
