using EngageBot.Benchmarks.Figures;
using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Line;

/// <summary>Start, memory, throughput, delay and reads, one after the other over the same database.</summary>
internal sealed class WholeRun(FigureTable table)
{
    private const int Starts = 5;
    private const double PollingMilliseconds = 50;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    // As replay listens: quickly while mentions come, twice a second when none do.
    private static readonly string[] Eager = ["--Listening:FastestSeconds=0.05", "--Listening:SlowestSeconds=0.5"];

    // A steady pace, so that it is known how much of a delay is waiting for the next look.
    private static readonly string[] Steady = ["--Listening:FastestSeconds=0.05", "--Listening:SlowestSeconds=0.05"];

    /// <summary>False when a mention was lost or doubled.</summary>
    public async Task<bool> MeasureAsync(int mentions, int singles, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { HasFollowers = false, RateLimits = false }, cancellationToken);
        using var place = new Workplace(sandbox);
        var crowd = new Crowd(sandbox, seed: 1);
        await MeasureStartsAsync("start to first page, fresh database, median", sandbox, loaded: null, cancellationToken);
        await MeasureThroughputAsync(sandbox, place, crowd, mentions, cancellationToken);
        await MeasureStartsAsync("start to first page, loaded database, median", sandbox, place, cancellationToken);
        await MeasureDelayAsync(place, crowd, singles, cancellationToken);
        return await new Audit(table, place).IsSoundAsync(crowd, cancellationToken);
    }

    private async Task MeasureStartsAsync(string name, SandboxHost sandbox, Workplace? loaded, CancellationToken cancellationToken)
    {
        var seconds = new List<double>();
        while (seconds.Count < Starts)
        {
            using var fresh = loaded is null ? new Workplace(sandbox) : null;
            await using var bot = Bot.Start(loaded ?? fresh!, Eager);
            seconds.Add((await bot.FirstPageAsync(cancellationToken)).TotalSeconds);
        }
        table.Add(name, new Sample(seconds).Median, "s", Aim.AtMost(2.5));
    }

    private async Task MeasureThroughputAsync(SandboxHost sandbox, Workplace place, Crowd crowd, int mentions, CancellationToken cancellationToken)
    {
        await using var bot = Bot.Start(place, Eager);
        await bot.FirstPageAsync(cancellationToken);
        await Task.Delay(Rest, TimeProvider.System, cancellationToken);
        table.Add("resident memory, idle", bot.ResidentMegabytes, "MB", Aim.AtMost(180));

        using var witness = new Witness(place);
        var (counts, processor, neighbours) = (await SandboxCounts.OfAsync(sandbox, cancellationToken), bot.Processor, new Neighbours(bot));
        var began = TimeProvider.System.GetTimestamp();
        await new Feed(crowd, witness).PushAsync(mentions, cancellationToken);
        table.Add("mention to durable draft", mentions / TimeProvider.System.GetElapsedTime(began).TotalSeconds, "mentions/s", Aim.AtLeast(1500));
        table.Add("processor time of EngageBot per mention", (bot.Processor - processor).TotalMilliseconds / mentions, "ms");
        table.Add("processor taken by other programs meanwhile", neighbours.CoresTaken, "cores");
        AddReads(await SandboxCounts.OfAsync(sandbox, cancellationToken), counts, mentions);

        await Task.Delay(Rest, TimeProvider.System, cancellationToken);
        table.Add($"resident memory, after {mentions} mentions", bot.ResidentMegabytes, "MB", Aim.AtMost(180));
        table.Add("resident memory, highest", bot.PeakMegabytes, "MB");
    }

    private void AddReads(SandboxCounts now, SandboxCounts before, double mentions)
    {
        table.Add("X posts read per mention", (now.PostsRead - before.PostsRead) / mentions, "", Aim.AtMost(1));
        table.Add("X posts billed per mention", (now.PostsBilled - before.PostsBilled) / mentions, "", Aim.AtMost(1));
        table.Add("X users read per mention", (now.UsersRead - before.UsersRead) / mentions, "");
        table.Add("X users billed per mention", (now.UsersBilled - before.UsersBilled) / mentions, "");
        table.Add("X requests per mention", (now.Requests - before.Requests) / mentions, "");
    }

    private async Task MeasureDelayAsync(Workplace place, Crowd crowd, int singles, CancellationToken cancellationToken)
    {
        await using var bot = Bot.Start(place, Steady);
        await bot.FirstPageAsync(cancellationToken);
        using var witness = new Witness(place);
        await new Feed(crowd, witness).PushAsync(1, cancellationToken);
        var neighbours = new Neighbours(bot);
        var delays = await new Delays(crowd, witness).MeasureAsync(singles, cancellationToken);
        foreach (var part in new[] { 50, 95, 99 })
            table.Add($"post to draft, looking every {PollingMilliseconds} ms, p{part}", delays.Percentile(part), "ms");
        table.Add("post to draft beyond the polling interval, p95", Math.Max(0, delays.Percentile(95) - PollingMilliseconds), "ms", Aim.AtMost(250));
        table.Add("processor taken by other programs meanwhile", neighbours.CoresTaken, "cores");
    }
}
