using EngageBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngageBot.Api.Health;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM account"), cancellationToken);
        return HealthCheckResult.Healthy("The database answers.");
    }
}
