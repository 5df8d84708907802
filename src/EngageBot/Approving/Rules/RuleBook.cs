using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Approving.Rules;

/// <summary>Keeps the rules of approvals, and who changed them when.</summary>
internal sealed class RuleBook(Database database, TimeProvider clock, IOptions<ApprovingOptions> defaults)
{
    public Task<ApprovalRules> CurrentAsync(CancellationToken cancellationToken) => database.ReadAsync(OfAsync, cancellationToken);

    public async Task<ApprovalRules> OfAsync(Session session) => ApprovalRules.Of(
        (await session.QueryAsync<Setting>("SELECT name AS Name, setting AS Number FROM approval_rule")).ToDictionary(row => row.Name, row => row.Number), defaults.Value);

    /// <summary>Null when they hold from now on; else why they cannot.</summary>
    public async Task<string?> ChangeAsync(ApprovalRules wanted, string admin, CancellationToken cancellationToken)
    {
        if (wanted.Objection is { } objection)
            return objection;
        await database.WriteAsync(
            async session =>
            {
                var before = (await OfAsync(session)).Settings.ToDictionary();
                var changed = wanted.Settings.Where(setting => before[setting.Key] != setting.Value).ToList();
                foreach (var (name, setting) in changed)
                    await SetAsync(session, name, before[name], setting, admin);
                return changed.Count;
            },
            cancellationToken);
        return null;
    }

    /// <summary>The latest changes, newest first.</summary>
    public Task<IReadOnlyList<RuleChange>> ChangesAsync(int most, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (IReadOnlyList<RuleChange>)
            [
                .. (await session.QueryAsync<Change>(
                    """
                    SELECT at AS At, actor AS Actor, name AS Name, from_setting AS FromSetting, to_setting AS ToSetting
                    FROM approval_rule_change ORDER BY at DESC, id DESC LIMIT @most
                    """,
                    new { most = (long)most })).Select(row => new RuleChange(Moment.Of(row.At), row.Actor, row.Name, row.FromSetting, row.ToSetting)),
            ],
            cancellationToken);

    /// <summary>How many people may approve and have come in. Where there is one, no rule asks for a second.</summary>
    public Task<long> ApproversAsync(CancellationToken cancellationToken) => database.ReadAsync(ApproversAsync, cancellationToken);

    public static Task<long> ApproversAsync(Session session) =>
        session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM person WHERE role IN ('approver', 'admin') AND password_hash IS NOT NULL AND disabled_at IS NULL");

    private async Task SetAsync(Session session, string name, long before, long setting, string admin)
    {
        await session.ExecuteAsync(
            "INSERT INTO approval_rule (name, setting) VALUES (@name, @setting) ON CONFLICT (name) DO UPDATE SET setting = excluded.setting",
            new { name, setting });
        await session.ExecuteAsync(
            "INSERT INTO approval_rule_change (id, at, actor, name, from_setting, to_setting) VALUES (@id, @at, @admin, @name, @before, @setting)",
            new { id = Ids.New(clock), at = clock.Milliseconds(), admin, name, before, setting });
    }

    private sealed record Setting(string Name, long Number);

    private sealed record Change(long At, string Actor, string Name, long FromSetting, long ToSetting);
}
