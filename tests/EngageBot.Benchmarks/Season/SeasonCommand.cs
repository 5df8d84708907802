using System.CommandLine;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Season;

/// <summary><c>season</c>: whether talks go on when drafts know what was said before, beside the same season with drafts that do not.</summary>
internal static class SeasonCommand
{
    private static readonly bool[] Both = [true, false];

    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = "How many follow.", DefaultValueFactory = _ => 200 };
        var mentions = new Option<int>("--mentions") { Description = "The season ends with this one.", DefaultValueFactory = _ => 3_000 };
        var seed = new Option<int>("--seed") { Description = "Another number is another season.", DefaultValueFactory = _ => 7 };
        var only = new Option<bool>("--remembering-only") { Description = "Leaves out the season for comparison." };
        var slips = new Option<string?>("--slips") { Description = "Writes what annoyed followers into this file, and what did without memory into one beside it." };
        var command = new Command("season", "Plays a season of followers with memories and tempers against the real rooms; tests/EngageBot.Benchmarks/Season/README.md tells how they behave.") { people, mentions, seed, only, slips };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new FigureTable();
            foreach (var remembers in Both.Take(parsed.GetValue(only) ? 1 : 2))
            {
                await using var house = await SeasonHouse.OpenAsync(Season.FirstMorning, cancellationToken);
                var season = new Season(house, parsed.GetValue(people), parsed.GetValue(seed), remembers);
                await season.RunAsync(parsed.GetValue(mentions), cancellationToken);
                if (parsed.GetValue(slips) is { } file)
                    await File.WriteAllLinesAsync(remembers ? file : file + ".without-memory", season.Slips, cancellationToken);
                season.Tally.Report(table, remembers ? "as drafted" : "without memory", season.Followers, house.Clock.GetUtcNow(), remembers);
            }
            table.Print($"season --people {parsed.GetValue(people)} --mentions {parsed.GetValue(mentions)} --seed {parsed.GetValue(seed)}");
            return 0;
        });
        return command;
    }
}
