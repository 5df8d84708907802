using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.People;

/// <summary>A user as the database keeps them.</summary>
internal sealed record UserRow(
    string Id, string Name, string NormalizedName, string? PasswordHash, string SecurityStamp, string Role,
    long CreatedAt, long? DisabledAt, long Failures, long? LockedUntil, long Version)
{
    public const string Select =
        """
        SELECT id AS Id, name AS Name, normalized_name AS NormalizedName, password_hash AS PasswordHash, security_stamp AS SecurityStamp, role AS Role,
               created_at AS CreatedAt, disabled_at AS DisabledAt, failures AS Failures, locked_until AS LockedUntil, version AS Version
        FROM person
        """;

    public User ToUser() => new()
    {
        Id = Id,
        Name = Name,
        NormalizedName = NormalizedName,
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        Role = Words.Parse<Role>(Role),
        CreatedAt = Moment.Of(CreatedAt),
        DisabledAt = Moment.Of(DisabledAt),
        Failures = (int)Failures,
        LockedUntil = Moment.Of(LockedUntil),
        Version = Version,
    };

    /// <summary>False means that the name, or the place of the first admin, is taken.</summary>
    public static async Task<bool> InsertAsync(Session session, User user, bool founder = false) =>
        await session.ExecuteAsync(
            """
            INSERT INTO person (id, name, normalized_name, password_hash, security_stamp, role, created_at, founder)
            VALUES (@Id, @Name, @NormalizedName, @PasswordHash, @SecurityStamp, @role, @createdAt, @founder)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                user.Id,
                user.Name,
                user.NormalizedName,
                user.PasswordHash,
                user.SecurityStamp,
                role = Words.Of(user.Role),
                createdAt = user.CreatedAt.ToUnixTimeMilliseconds(),
                founder = founder ? 1L : (long?)null,
            }) == 1;
}
