using EngageBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngageBot.Api.Health;

/// <summary>Whether EngageBot knows for whom it listens.</summary>
internal sealed class AccountsCheck(AccountStore accounts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var known = await accounts.AllAsync(cancellationToken);
        return known.Count == 0
            ? HealthCheckResult.Unhealthy("No account is known yet: the network has not told us who we are. Check the keys with 'doctor'.")
            : HealthCheckResult.Healthy($"Listening for {string.Join(", ", known.Select(standing => "@" + standing.Account.Self.Handle))}.");
    }
}
