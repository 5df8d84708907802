using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.AspNetCore.Identity;

namespace EngageBot.People;

/// <summary>Lets people in, with their password or with a link that makes them one. Needs an HTTP request, since it sets the cookie.</summary>
internal sealed partial class Entrance(
    SignInManager<User> signIn, UserManager<User> users, Passwords passwords, Database database, TimeProvider clock, ILogger<Entrance> logger)
{
    private static readonly Admission.Refused Wrong = new("Name and password do not match. Try again, or ask an admin for a new link.");

    public async Task<Admission> SignInAsync(string name, string password)
    {
        if (await users.FindByNameAsync(UserNames.Tidy(name)) is not { } user)
        {
            // costs what a known name costs, so that nobody learns by the clock who works here
            passwords.Hash(Newcomer("nobody", Role.Reader), password);
            return Wrong;
        }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            LogSignedIn(user.Name);
            return new Admission.Admitted(user.Name);
        }
        LogRefused(user.Name, result.ToString());
        return result.IsLockedOut ? new Admission.Refused("Too many attempts. Wait a quarter of an hour, or ask an admin for a new link.") : Wrong;
    }

    public Task SignOutAsync() => signIn.SignOutAsync();

    /// <summary>The first admin. Used at the same moment by two, the link lets one in.</summary>
    public async Task<Admission> FoundAsync(string key, string name, string password, CancellationToken cancellationToken)
    {
        var user = Newcomer(UserNames.Tidy(name), Role.Admin);
        if ((UserNames.Objection(user.Name) ?? await passwords.ObjectionAsync(user, password)) is { } objection)
            return new Admission.Refused(objection);
        user.PasswordHash = passwords.Hash(user, password);
        var founded = await database.WriteAsync(
            async session => await OneTimeLinks.UseAsync(session, key, clock) is { PersonId: null }
                && await UserRow.InsertAsync(session, user, founder: true),
            cancellationToken);
        return founded ? await WelcomeAsync(user) : new Admission.DeadLink();
    }

    /// <summary>An invited person, or one whose password is set anew: signed out everywhere else.</summary>
    public async Task<Admission> AcceptAsync(string key, string password, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(key, cancellationToken) is not { } user)
            return new Admission.DeadLink();
        if (await passwords.ObjectionAsync(user, password) is { } objection)
            return new Admission.Refused(objection);
        user.PasswordHash = passwords.Hash(user, password);
        user.SecurityStamp = Secret.New();
        var accepted = await database.WriteAsync(
            async session => await OneTimeLinks.UseAsync(session, key, clock) is not null && await SetPasswordAsync(session, user),
            cancellationToken);
        return accepted ? await WelcomeAsync(user) : new Admission.DeadLink();
    }

    /// <summary>Whose password this link sets; null for a dead link, one for the first admin, or a disabled person.</summary>
    public Task<User?> OwnerAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await OneTimeLinks.FindAsync(session, key, clock) is { PersonId: { } id }
                ? (await session.FirstOrDefaultAsync<UserRow>(UserRow.Select + " WHERE id = @id AND disabled_at IS NULL", new { id }))?.ToUser()
                : null,
            cancellationToken);

    private static async Task<bool> SetPasswordAsync(Session session, User user) =>
        await session.ExecuteAsync(
            """
            UPDATE person SET password_hash = @PasswordHash, security_stamp = @SecurityStamp, failures = 0, locked_until = NULL, version = version + 1
            WHERE id = @Id AND disabled_at IS NULL
            """,
            new { user.Id, user.PasswordHash, user.SecurityStamp }) == 1;

    private async Task<Admission> WelcomeAsync(User user)
    {
        await signIn.SignInAsync(user, isPersistent: true);
        LogSignedIn(user.Name);
        return new Admission.Admitted(user.Name);
    }

    private User Newcomer(string name, Role role) => new()
    {
        Id = Ids.New(clock),
        Name = name,
        NormalizedName = users.NormalizeName(name)!,
        SecurityStamp = Secret.New(),
        Role = role,
        CreatedAt = clock.GetUtcNow(),
    };

    [LoggerMessage(LogLevel.Information, "{Name} signed in")]
    private partial void LogSignedIn(string name);

    [LoggerMessage(LogLevel.Warning, "{Name} could not sign in: {Result}")]
    private partial void LogRefused(string name, string result);
}
