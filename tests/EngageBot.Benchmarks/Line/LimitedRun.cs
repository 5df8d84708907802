using EngageBot.Benchmarks.Figures;
using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Line;

/// <summary>A crowd that writes more than the rate limits let through at once, over several short windows.</summary>
internal sealed class LimitedRun(FigureTable table)
{
    private const int WindowSeconds = 20;
    private const int Windows = 5;
    private const int RequestsPerWindow = 30;
    private const int Burst = 4_000;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);
    private static readonly string[] Eager = ["--Listening:FastestSeconds=0.05", "--Listening:SlowestSeconds=0.5", "--Listening:OwnTimelineEverySeconds=10"];

    /// <summary>False when a limit was exceeded, or a mention lost or doubled.</summary>
    public async Task<bool> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { HasFollowers = false }, cancellationToken);
        using var place = new Workplace(sandbox);
        var crowd = new Crowd(sandbox, seed: 2);
        await ShortenWindowsAsync(sandbox, cancellationToken);
        await using (var bot = Bot.Start(place, Eager))
        {
            await bot.FirstPageAsync(cancellationToken);
            await PlayAsync(crowd, place, cancellationToken);
        }
        var counts = await SandboxCounts.OfAsync(sandbox, cancellationToken);
        table.Add($"windows of {WindowSeconds} s with {RequestsPerWindow} requests each", Windows, "");
        table.Add("requests sent", counts.Requests, "");
        table.Add("fullest window", counts.FullestWindow * 100, "%", Aim.AtMost(100));
        table.Add("requests refused as too many", counts.Refused, "", Aim.AtMost(0));
        return await new Audit(table, place).IsSoundAsync(crowd, cancellationToken) && counts.Refused == 0;
    }

    private static async Task PlayAsync(Crowd crowd, Workplace place, CancellationToken cancellationToken)
    {
        using var witness = new Witness(place);
        var began = TimeProvider.System.GetTimestamp();
        await new Feed(crowd, witness).PushAsync(Burst, cancellationToken);
        var trickle = new Feed(crowd, witness);
        while (TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(WindowSeconds * Windows))
        {
            crowd.Mention();
            await Task.Delay(Between, TimeProvider.System, cancellationToken);
        }
        await trickle.PushAsync(1, cancellationToken);
    }

    private static async Task ShortenWindowsAsync(SandboxHost sandbox, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = sandbox.BaseUri };
        var limit = new { user = RequestsPerWindow };
        var order = new
        {
            windowSeconds = WindowSeconds,
            routes = new Dictionary<string, object> { ["GET /2/users/{id}/mentions"] = limit, ["GET /2/users/{id}/tweets"] = limit, ["GET /2/users/me"] = limit },
        };
        using var response = await http.PutAsJsonAsync(new Uri("/sandbox/limits", UriKind.Relative), order, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
