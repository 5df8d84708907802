using System.Text.Json;
using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Line;

/// <summary>What the sandbox has counted so far, as X would.</summary>
internal sealed record SandboxCounts(long Requests, long PostsRead, long PostsBilled, long UsersRead, long UsersBilled, long Refused, double FullestWindow)
{
    public static async Task<SandboxCounts> OfAsync(SandboxHost sandbox, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = sandbox.BaseUri };
        var stats = await http.GetFromJsonAsync<JsonElement>(new Uri("/sandbox/stats", UriKind.Relative), cancellationToken);
        var reads = stats.GetProperty("reads");
        return new SandboxCounts(
            stats.GetProperty("requests").EnumerateArray().Sum(request => request.GetProperty("count").GetInt64()),
            reads.GetProperty("posts").GetInt64(),
            reads.GetProperty("postsBillable").GetInt64(),
            reads.GetProperty("users").GetInt64(),
            reads.GetProperty("usersBillable").GetInt64(),
            stats.GetProperty("tooManyRequests").GetInt64(),
            stats.GetProperty("windowUse").EnumerateObject().Select(route => route.Value.GetDouble()).DefaultIfEmpty().Max());
    }
}
