using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>Makes of the words of an address the days and the account that a report is about.</summary>
internal sealed class Frames(HoursBook hours, AccountStore accounts, TimeProvider clock)
{
    /// <summary>The house's own zone where it has said one, so that all see the same figures; else the one that is asked for.</summary>
    public async Task<Frame> ReadAsync(Asked asked, CancellationToken cancellationToken)
    {
        var sheet = await hours.CurrentAsync(cancellationToken);
        var known = (await accounts.AllAsync(cancellationToken)).Select(standing => standing.Account).ToList();
        var zone = sheet.IsSet ? sheet.Hours.Zone : TimeZoneInfo.TryFindSystemTimeZoneById(asked.Zone ?? "UTC", out var wanted) ? wanted : TimeZoneInfo.Utc;
        var problem = Period.Read(asked.Days, asked.From, asked.Until, clock.GetUtcNow(), zone, out var period);
        var account = string.IsNullOrEmpty(asked.Account) ? null : known.FirstOrDefault(one => string.Equals(one.Self.Handle, asked.Account.TrimStart('@'), StringComparison.OrdinalIgnoreCase));
        return new Frame(period, known, account, problem ?? (account is null && !string.IsNullOrEmpty(asked.Account) ? "No such account is connected." : null));
    }
}

/// <summary>What somebody asks for, as it stands in an address.</summary>
public sealed record Asked(string? Days, string? From, string? Until, string? Account, string? Zone);

/// <summary>What a report is about.</summary>
/// <param name="Problem">What was wrong with the question, in one sentence; the rest is then a sensible guess.</param>
internal sealed record Frame(Period Period, IReadOnlyList<Account> Accounts, Account? Account, string? Problem);
