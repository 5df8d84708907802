using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using EngageBot.Benchmarks.Line;

namespace EngageBot.Benchmarks.Faults;

/// <summary><c>faults</c>: breaks the real program in every way we know, again and again, and counts what it costs.</summary>
internal static class FaultsCommand
{
    private const int RunsBetweenWords = 25;

    public static Command Create()
    {
        var runs = new Option<int>("--runs") { Description = "How many runs.", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "The seed of the first run; each next one counts up. A failing run is played again with its seed and --runs 1.", DefaultValueFactory = _ => 1 };
        var engine = new Option<string>("--engine") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
        engine.AcceptOnlyFromAmong("sqlite", "postgres");
        var replicas = new Option<int>("--replicas") { Description = "1, or 2 on postgres.", DefaultValueFactory = _ => 1 };
        var side = new Option<int>("--side-by-side") { Description = "How many runs are played at once.", DefaultValueFactory = _ => 2 };
        var plant = new Option<string>("--plant") { Description = "A bug to be found: the command ends at the first run that finds it.", DefaultValueFactory = _ => Plant.None.Name };
        plant.AcceptOnlyFromAmong([.. Plant.All.Select(bug => bug.Name)]);
        var program = new Option<string>("--program") { Description = "A published EngageBot.dll to try; by default the one that was built beside this.", DefaultValueFactory = _ => Sources.Program };
        var schedule = new Option<bool>("--schedule") { Description = "Plays nothing and says how often each fault would be met; exit code 1 when it is too seldom." };
        var command = new Command("faults", "Kills, cuts and confuses the program and holds what is public against the eight promises; exit code 1 when one was broken.")
        {
            runs, seed, engine, replicas, side, plant, program, schedule, ShareCommand.Create(),
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var postgres = parsed.GetValue(engine) == "postgres";
            var settings = new BenchSettings(postgres, postgres ? parsed.GetValue(replicas) : 1, Plant.All.Single(bug => bug.Name == parsed.GetValue(plant)), parsed.GetValue(program)!);
            if (parsed.GetValue(schedule))
                return FaultReport.Foretell(Enumerable.Range(parsed.GetValue(seed), parsed.GetValue(runs)), new Catalogue(postgres), settings.Replicas) ? 0 : 1;
            using var store = await Store.CreateAsync(postgres);
            var results = new ConcurrentBag<RunResult>();
            var began = TimeProvider.System.GetTimestamp();
            using var found = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Parallel.ForEachAsync(
                Enumerable.Range(parsed.GetValue(seed), parsed.GetValue(runs)),
                new ParallelOptions { MaxDegreeOfParallelism = parsed.GetValue(side) },
                async (number, _) =>
                {
                    if (found.IsCancellationRequested)
                        return;
                    var result = await new Run(settings.PlanOf(number), store, settings).PlayAsync();
                    results.Add(result);
                    if (result.Flaws.Count > 0)
                        Tell(result);
                    if (results.Count % RunsBetweenWords == 0)
                        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} of {parsed.GetValue(runs)} runs played, {results.Count(played => played.Flaws.Count > 0)} broke a promise"));
                    if (result.Flaws.Count > 0 && settings.Plant != Plant.None)
                        await found.CancelAsync();
                });
            var wasThorough = new FaultReport([.. results]).Print(
                $"faults --runs {results.Count} --seed {parsed.GetValue(seed)} --engine {parsed.GetValue(engine)} --replicas {settings.Replicas}", TimeProvider.System.GetElapsedTime(began), new Catalogue(postgres));
            return results.Any(result => result.Flaws.Count > 0) || !wasThorough ? 1 : 0;
        });
        return command;
    }

    private static void Tell(RunResult result)
    {
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"RUN {result.Plan.Seed} broke a promise:") };
        lines.AddRange(result.Flaws.Select(flaw => "  " + flaw));
        lines.Add($"  its schedule: killed at {string.Join(" and ", result.Plan.Deaths.Select(death => $"{death.Step}:{death.Visits}"))}, undo {result.Plan.UndoSeconds} s, {(result.Plan.UsesOAuth2 ? "OAuth 2.0" : "OAuth 1.0a")}, repeats {(result.Plan.TakesRepeats ? "taken" : "refused")}");
        lines.AddRange(result.Plan.Deeds.Select(deed => "    " + deed));
        Console.Error.WriteLine(string.Join('\n', lines));
    }
}
