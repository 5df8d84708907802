namespace EngageBot.People;

/// <summary>Somebody who can sign in. It has setters because ASP.NET Core Identity changes it in place before it saves.</summary>
internal sealed class User
{
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string NormalizedName { get; set; }
    public required string SecurityStamp { get; set; }
    public required Role Role { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string? PasswordHash { get; set; }
    public DateTimeOffset? DisabledAt { get; init; }
    public int Failures { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Rises with every change, so that two changes at once cannot overwrite each other.</summary>
    public long Version { get; set; } = 1;
}
