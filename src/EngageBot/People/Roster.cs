using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.AspNetCore.Identity;

namespace EngageBot.People;

/// <summary>The people who may sign in, and what an admin does about them. There is always an admin left.</summary>
internal sealed partial class Roster(Database database, ILookupNormalizer normalizer, TimeProvider clock, ILogger<Roster> logger)
{
    private static readonly RosterChange.Refused Unknown = new("There is no such person. Load the page again.");
    private static readonly RosterChange.Refused LastAdmin = new("This is the last admin. Make somebody else an admin first.");

    public Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (IReadOnlyList<Colleague>)[.. (await session.QueryAsync<UserRow>(UserRow.Select + " ORDER BY created_at, id"))
                .Select(row => row.ToUser())
                .Select(user => new Colleague(user.Id, user.Name, user.Role, user.CreatedAt, user.PasswordHash is not null, user.DisabledAt is not null))],
            cancellationToken);

    /// <summary>Adds a person; they choose their own password through the link.</summary>
    public async Task<RosterChange> InviteAsync(string name, Role role, string admin, CancellationToken cancellationToken)
    {
        var tidy = UserNames.Tidy(name);
        if (UserNames.Objection(tidy) is { } objection)
            return new RosterChange.Refused(objection);
        var user = new User
        {
            Id = Ids.New(clock),
            Name = tidy,
            NormalizedName = normalizer.NormalizeName(tidy)!,
            SecurityStamp = Secret.New(),
            Role = role,
            CreatedAt = clock.GetUtcNow(),
        };
        var key = await database.WriteAsync(
            async session => await UserRow.InsertAsync(session, user) ? await OneTimeLinks.MakeAsync(session, user.Id, clock) : null,
            cancellationToken);
        if (key is null)
            return new RosterChange.Refused($"There is already somebody called {tidy}. Add a surname.");
        LogInvited(admin, tidy, role);
        return new RosterChange.Invited(user.Id, InvitationPath(key));
    }

    /// <summary>A new link to choose a password, for a lost invitation or a forgotten password. The old password works until the link is used.</summary>
    public async Task<RosterChange> InviteAgainAsync(string personId, string admin, CancellationToken cancellationToken)
    {
        var key = await database.WriteAsync(
            async session => await session.FirstOrDefaultAsync<string>("SELECT id FROM person WHERE id = @personId AND disabled_at IS NULL", new { personId }) is null
                ? null
                : await OneTimeLinks.MakeAsync(session, personId, clock),
            cancellationToken);
        if (key is null)
            return Unknown;
        LogChanged(admin, "gave a new password link to", personId);
        return new RosterChange.Invited(personId, InvitationPath(key));
    }

    /// <summary>Takes effect at the person's next click, or within a minute.</summary>
    public Task<RosterChange> ChangeRoleAsync(string personId, Role role, string admin, CancellationToken cancellationToken) =>
        ChangeAsync($"made {Words.Of(role)}", personId, admin, leavesAdmin: role != Role.Admin, "role = @role", new { personId, role = Words.Of(role) }, cancellationToken);

    /// <summary>Ends all their sessions within a minute, and their tokens at once.</summary>
    public Task<RosterChange> DisableAsync(string personId, string admin, CancellationToken cancellationToken) =>
        ChangeAsync(
            "disabled", personId, admin, leavesAdmin: true, "disabled_at = @now, security_stamp = @stamp",
            new { personId, now = clock.Milliseconds(), stamp = Secret.New() }, cancellationToken);

    public Task<RosterChange> EnableAsync(string personId, string admin, CancellationToken cancellationToken) =>
        ChangeAsync("enabled", personId, admin, leavesAdmin: false, "disabled_at = NULL", new { personId }, cancellationToken);

    /// <summary>Ends all their sessions within a minute; they may sign in again.</summary>
    public Task<RosterChange> SignOutEverywhereAsync(string personId, string admin, CancellationToken cancellationToken) =>
        ChangeAsync("signed out", personId, admin, leavesAdmin: false, "security_stamp = @stamp", new { personId, stamp = Secret.New() }, cancellationToken);

    private async Task<RosterChange> ChangeAsync(
        string what, string personId, string admin, bool leavesAdmin, string assignments, object parameters, CancellationToken cancellationToken)
    {
        var change = await database.WriteAsync<RosterChange>(
            async session =>
            {
                if (leavesAdmin && await IsLastAdminAsync(session, personId))
                    return LastAdmin;
                var rows = await session.ExecuteAsync($"UPDATE person SET {assignments}, version = version + 1 WHERE id = @personId", parameters);
                return rows == 1 ? new RosterChange.Done() : Unknown;
            },
            cancellationToken);
        if (change is RosterChange.Done)
            LogChanged(admin, what, personId);
        return change;
    }

    private static async Task<bool> IsLastAdminAsync(Session session, string personId)
    {
        // The founder's row is the lock: two admins who demote each other at once must not both succeed.
        await session.ExecuteAsync("UPDATE person SET version = version + 1 WHERE founder = 1");
        var admins = await session.QueryAsync<string>("SELECT id FROM person WHERE role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL");
        return admins.Count == 1 && admins[0] == personId;
    }

    private static string InvitationPath(string key) => $"/invitation?key={key}";

    [LoggerMessage(LogLevel.Information, "{Admin} invited {Name} as {Role}")]
    private partial void LogInvited(string admin, string name, Role role);

    [LoggerMessage(LogLevel.Information, "{Admin} {What} {PersonId}")]
    private partial void LogChanged(string admin, string what, string personId);
}
