using EngageBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngageBot.Api.Health;

/// <summary>Whether mentions are still being read.</summary>
internal sealed class ListenersCheck(AccountStore accounts, TimeProvider clock) : IHealthCheck
{
    // A spent rate limit silences a listener for a quarter of an hour; longer than that is not normal.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = (await accounts.AllAsync(cancellationToken)).Select(Look).ToList();
        var worst = findings.Count == 0 ? HealthStatus.Healthy : findings.Min(finding => finding.Status);
        return new HealthCheckResult(worst, findings.Count == 0 ? "Nobody to listen for yet." : string.Join(" ", findings.Select(finding => finding.Sentence)));
    }

    private (HealthStatus Status, string Sentence) Look(AccountStanding standing)
    {
        var handle = "@" + standing.Account.Self.Handle;
        var silentSince = standing.ReadAt ?? standing.ListeningProblemSince;
        if (silentSince is { } since && clock.GetUtcNow() - since > Longest)
            return (HealthStatus.Unhealthy, $"{handle} has not been read since {since:u}. {standing.ListeningProblem ?? "The listener stands still; restart EngageBot."}");
        if (standing.ListeningProblem is { } problem)
            return (HealthStatus.Degraded, $"{handle}: {problem}");
        return standing.ReadAt is { } read
            ? (HealthStatus.Healthy, $"{handle} was read at {read:u}.")
            : (HealthStatus.Degraded, $"{handle} has not been read yet.");
    }
}
