using System.CommandLine;
using EngageBot.Benchmarks.Line;

namespace EngageBot.Benchmarks.Faults;

/// <summary><c>faults share</c>: the short share of the bench that <c>tests/run</c> plays, in one go; a line each tells what became of it.</summary>
internal static class ShareCommand
{
    private const int AtOnce = 3;
    private const int MostRuns = 50;

    /// <summary>The longest first. A planted bug begins at a seed that meets it early; a clean run at one of which much is asked.</summary>
    private static readonly (string Name, bool Postgres, Plant Plant, int Seed)[] Parts =
    [
        ("postgres", true, Plant.None, 4),
        (Plant.BookmarkBeforeInsert.Name, false, Plant.BookmarkBeforeInsert, 27),
        (Plant.ResendOnTimeout.Name, false, Plant.ResendOnTimeout, 64),
        ("sqlite", false, Plant.None, 3),
        (Plant.NoGuardOnApprove.Name, false, Plant.NoGuardOnApprove, 101),
        (Plant.StopForgotten.Name, false, Plant.StopForgotten, 80),
    ];

    public static Command Create()
    {
        var command = new Command("share", "Plays a run on each engine and looks for each planted bug; tells of each whether the promises were kept.");
        command.SetAction(async (_, _) =>
        {
            using var sqlite = await Store.CreateAsync(postgres: false);
            using var postgres = await Store.CreateAsync(postgres: true);
            await Parallel.ForEachAsync(Parts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (part, _) =>
            {
                var settings = new BenchSettings(part.Postgres, part.Postgres ? 2 : 1, part.Plant, Sources.Program);
                var flaws = await PlayAsync(settings, part.Postgres ? postgres : sqlite, part.Seed);
                Console.WriteLine($"{part.Name}\t{(flaws.Count == 0 ? "kept" : "broken")}\t{string.Join(" | ", flaws).ReplaceLineEndings(" ")}");
            });
        });
        return command;
    }

    /// <summary>What was broken; a planted bug may need more than one run to show.</summary>
    private static async Task<IReadOnlyList<string>> PlayAsync(BenchSettings settings, Store store, int seed)
    {
        for (var last = settings.Plant == Plant.None ? seed : seed + MostRuns - 1; ; seed++)
        {
            var result = await new Run(settings.PlanOf(seed), store, settings).PlayAsync();
            if (result.Flaws.Count > 0 || seed == last)
                return result.Flaws;
        }
    }
}
