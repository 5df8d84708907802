using EngageBot.Desk.Shell;
using EngageBot.Hours;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Reporting;
using EngageBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngageBot.Desk.Household;

/// <summary>Everything that tells whether the house works, taken at one moment.</summary>
internal sealed class HousePulse(
    HealthCheckService checks, Vitals vitals, AccountStore accounts, Receipts receipts, HoursBook hours, PromptLibrary library, LiveHeads heads, ViewerClock viewer)
{
    public async Task<HouseState> TakeAsync(CancellationToken cancellationToken) => new(
        await checks.CheckHealthAsync(cancellationToken),
        await vitals.TakeAsync(cancellationToken),
        await accounts.AllAsync(cancellationToken),
        await receipts.ForAsync(viewer.FromLocal(viewer.Local(viewer.Now).Date), null, cancellationToken),
        await hours.CurrentAsync(cancellationToken),
        library.Current.Problems.Count,
        heads.Now is { IsUsed: true, Number: var number } ? number : null);
}

/// <summary>How the house stands.</summary>
/// <param name="LibraryProblems">Files that cannot be used as they are.</param>
/// <param name="ReaderVersion">Null for the reader as shipped.</param>
internal sealed record HouseState(
    HealthReport Checks, HouseVitals Vitals, IReadOnlyList<AccountStanding> Accounts, Receipt Today, HoursSheet Hours, int LibraryProblems, long? ReaderVersion)
{
    /// <summary>The first sentence that tells of a trouble; null when all is well.</summary>
    public string? Trouble => Checks.Entries.Values.Where(check => check.Status != HealthStatus.Healthy).OrderBy(check => check.Status).Select(Sentence).FirstOrDefault();

    /// <summary>An exception's own message may name what is nobody's business.</summary>
    public static string Sentence(HealthReportEntry check) => check.Exception is { } exception
        ? StorageTrouble.Explain(exception) ?? "The check itself failed; the log tells more."
        : check.Description ?? "";
}
