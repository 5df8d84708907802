using EngageBot.Benchmarks.Faults.Inside;
using EngageBot.Benchmarks.Figures;
using EngageBot.Benchmarks.Line;
using EngageBot.Benchmarks.Storm.Inside;
using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Storm;

/// <summary>Hours of steady traffic and steady work, with a quick clock: what the first hour holds beside what the last one holds.</summary>
internal sealed class Soak(FigureTable table, int hours, int pace, int perHour)
{
    private const int Desks = 3;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>False when a mention was lost or doubled.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("engagebot-soak-").FullName;
        using var time = TimeFile.Create(Path.Combine(folder, "time"));
        await using var sandbox = await SandboxHost.StartAsync(new SandboxOptions { HasFollowers = false, Clock = new SteeredClock(time, null) }, cancellationToken);
        using var place = new Workplace(sandbox);
        var crowd = new Crowd(sandbox, seed: 1);
        var notes = new Notes(folder);
        var gauges = new List<Gauge>();
        await using (var bot = Bot.Start(place, StaffOrders.For(notes, Desks, 3600d * Desks / perHour / 1.5, Path.Combine(folder, "time")), "--Listening:RecheckEveryHours=1"))
        {
            await bot.FirstPageAsync(cancellationToken);
            time.Turn(pace, TimeSpan.Zero);
            using var witness = new Witness(place);
            for (var hour = 0; hour < hours; hour++)
            {
                await PassAsync(time, crowd, (hour + 1) * Hour, cancellationToken);
                gauges.Add(await Gauge.ReadAsync(bot, place, notes, cancellationToken));
                Console.Error.WriteLine($"  hour {hour + 1}: {gauges[^1].Heap:0.0} MB held, {gauges[^1].Resident:0} MB resident, {gauges[^1].OpenFiles} files, {gauges[^1].Log:0.0} MB log");
            }
            await ReadAsync(crowd, witness, cancellationToken);
        }
        Compare(gauges[0], gauges[^1]);
        table.Add("decisions at the desks", Keystrokes.Count(notes), "");
        var isSound = await new Audit(table, place).IsSoundAsync(crowd, cancellationToken);
        Directory.Delete(folder, recursive: true);
        return isSound;
    }

    private async Task PassAsync(TimeFile time, Crowd crowd, TimeSpan until, CancellationToken cancellationToken)
    {
        while (time.Ahead * (pace / (pace - 1d)) < until)
        {
            while (crowd.Posted.Count < time.Ahead * (pace / (pace - 1d)) / Hour * perHour)
                crowd.Mention();
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    private void Compare(Gauge first, Gauge last)
    {
        table.Add("memory held after the first hour", first.Heap, "MB");
        table.Add("memory held more after the last", last.Heap - first.Heap, "MB", Aim.AtMost(5));
        table.Add("resident after the first hour", first.Resident, "MB");
        table.Add("resident after the last", last.Resident, "MB", Aim.AtMost(first.Resident * 1.15));
        table.Add("open files after the first hour", first.OpenFiles, "");
        table.Add("open files more after the last", last.OpenFiles - first.OpenFiles, "", Aim.AtMost(8));
        table.Add("write-ahead log after the first hour", first.Log, "MB");
        table.Add("write-ahead log after the last", last.Log, "MB", Aim.AtMost(Math.Max(first.Log, 5) * 1.2));
        var grown = last.Bookkeeping.Where(rows => rows.Value > first.Bookkeeping.GetValueOrDefault(rows.Key)).ToList();
        foreach (var (name, rows) in grown)
            Console.Error.WriteLine($"  {name} grew from {first.Bookkeeping.GetValueOrDefault(name)} rows to {rows}");
        table.Add("rows of bookkeeping after the first hour", first.Bookkeeping.Values.Sum(), "");
        table.Add("rows of bookkeeping more after the last", grown.Sum(rows => rows.Value - first.Bookkeeping.GetValueOrDefault(rows.Key)), "", Aim.AtMost(10));
    }

    private static async Task ReadAsync(Crowd crowd, Witness witness, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (witness.Bookmark() < crowd.Posted[^1])
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException("The line stands still.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }
}
