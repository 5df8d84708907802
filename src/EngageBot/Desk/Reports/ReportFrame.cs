using EngageBot.Desk.Shell;
using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Reporting;
using EngageBot.Storage;

namespace EngageBot.Desk.Reports;

/// <summary>Makes of an address the days and the account that a report is about.</summary>
internal sealed class ReportFrame(HoursBook hours, AccountStore accounts, ViewerClock viewer)
{
    /// <summary>The house's own zone where it has said one, so that all see the same figures; else the viewer's.</summary>
    public async Task<Frame> ReadAsync(string? days, string? from, string? until, string? handle)
    {
        var sheet = await hours.CurrentAsync(CancellationToken.None);
        var known = (await accounts.AllAsync(CancellationToken.None)).Select(standing => standing.Account).ToList();
        var problem = Period.Read(days, from, until, viewer.Now, sheet.IsSet ? sheet.Hours.Zone : viewer.Zone, out var period);
        var account = string.IsNullOrEmpty(handle) ? null : known.FirstOrDefault(one => string.Equals(one.Self.Handle, handle, StringComparison.OrdinalIgnoreCase));
        return new Frame(period, known, account, problem ?? (account is null && !string.IsNullOrEmpty(handle) ? "No such account is connected; these are the figures of all." : null));
    }
}

/// <summary>What a report is about.</summary>
internal sealed record Frame(Period Period, IReadOnlyList<Account> Accounts, Account? Account, string? Problem);
