using EngageBot.Storage;
using Microsoft.AspNetCore.Identity;

namespace EngageBot.People;

/// <summary>Gives ASP.NET Core Identity our own table to work on.</summary>
internal sealed partial class UserStore(Database database, IdentityErrorDescriber errors) : IUserPasswordStore<User>, IUserSecurityStampStore<User>, IUserLockoutStore<User>
{
    public Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync(UserRow.Select + " WHERE id = @userId", new { userId }, cancellationToken);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        FindAsync(UserRow.Select + " WHERE normalized_name = @normalizedUserName", new { normalizedUserName }, cancellationToken);

    public async Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => UserRow.InsertAsync(session, user), cancellationToken)
            ? IdentityResult.Success
            : IdentityResult.Failed(errors.DuplicateUserName(user.Name));

    public async Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE person
                SET password_hash = @PasswordHash, security_stamp = @SecurityStamp, failures = @failures, locked_until = @lockedUntil, version = version + 1
                WHERE id = @Id AND version = @Version
                """,
                new
                {
                    user.Id,
                    user.Version,
                    user.PasswordHash,
                    user.SecurityStamp,
                    failures = (long)user.Failures,
                    lockedUntil = user.LockedUntil?.ToUnixTimeMilliseconds(),
                }),
            cancellationToken);
        user.Version += rows;
        return rows == 1 ? IdentityResult.Success : IdentityResult.Failed(errors.ConcurrencyFailure());
    }

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("People are disabled, never deleted: the journal names them.");

    /// <summary>Counted in the database at once: attempts made side by side must all count.</summary>
    public async Task<int> IncrementAccessFailedCountAsync(User user, CancellationToken cancellationToken)
    {
        var counted = await database.WriteAsync(
            session => session.FirstOrDefaultAsync<Counted>(
                "UPDATE person SET failures = failures + 1, version = version + 1 WHERE id = @Id RETURNING failures AS Failures, version AS Version",
                new { user.Id }),
            cancellationToken);
        user.Version = counted!.Version;
        return user.Failures = (int)counted.Failures;
    }

    public void Dispose()
    {
        // Identity asks for it; the database is not ours to close.
    }

    private Task<User?> FindAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(async session => (await session.FirstOrDefaultAsync<UserRow>(sql, parameters))?.ToUser(), cancellationToken);

    private sealed record Counted(long Failures, long Version);
}
