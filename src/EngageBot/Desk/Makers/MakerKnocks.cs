using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace EngageBot.Desk.Makers;

/// <summary>Slows down whoever tries many links from one address.</summary>
internal sealed class MakerKnocks : IRateLimiterPolicy<string>
{
    public const string Policy = "maker";

    private const int PerMinute = 40;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (rejected, cancellationToken) =>
    {
        var response = rejected.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = "60";
        await response.WriteAsync("Too many visits from your address. Wait a minute, go back and try again; what you typed is still there.", cancellationToken);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            httpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
