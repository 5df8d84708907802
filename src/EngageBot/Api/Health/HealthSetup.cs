using EngageBot.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EngageBot.Api.Health;

internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddReadiness(this IServiceCollection services) =>
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<AccountsCheck>("accounts", timeout: Patience)
            .AddCheck<ListenersCheck>("listeners", timeout: Patience);

    /// <summary>Live: the process answers. Ready: it can do its work; 503 when not, 200 with 'degraded' when something limps.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        checks = report.Entries.Select(check => new { name = check.Key, status = Word(check.Value.Status), sentence = Sentence(check.Value) }),
    });

    /// <summary>An exception's own message may name what is nobody's business.</summary>
    private static string? Sentence(HealthReportEntry entry) => entry.Exception is { } exception
        ? StorageTrouble.Explain(exception) ?? "The check itself failed; the log tells more."
        : entry.Description;

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
