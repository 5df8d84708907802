using System.CommandLine;
using EngageBot.Benchmarks.Line;
using EngageBot.Cli;

namespace EngageBot.Benchmarks.Overview;

/// <summary><c>language</c>: every figure of the language part as one table.</summary>
internal static class LanguageCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the public data sets; Labels/README.md says where they come from.", Required = true };
        var here = new Option<string>("--here") { Description = "The root of the repository.", DefaultValueFactory = _ => Sources.Root };
        var quick = new Option<bool>("--quick") { Description = "Without the tasks on shared splits and the held-back museums, which take many minutes." };
        var command = new Command("language", "All figures of the language part as one table: quality beside peers, speed, memory.") { data, here, quick };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (folder, root) = (parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(here));
            Console.WriteLine(new TableRow("what", "peers", "ours", "aim", ""));
            Console.WriteLine("|---|---|---|---|---|");
            // memory first: what runs later would blur it
            await PrintAsync("speed and memory", () => Task.FromResult(ReadingFigures.Measure(folder, root)));
            await PrintAsync("encoder", () => Task.FromResult(EncoderFigures.Measure(folder, root)));
            await PrintAsync("search", () => Task.FromResult(SearchFigures.Measure(folder)));
            await PrintAsync("languages", () => LanguageFigures.MeasureAsync(folder, root, cancellationToken));
            if (parsed.GetValue(quick))
                return 0;
            await PrintAsync("museums", () => Task.FromResult(MuseumFigures.Measure(folder, root)));
            await foreach (var line in TaskFigures.MeasureAsync(folder, cancellationToken))
                Console.WriteLine(line);
            return 0;
        });
        return command;
    }

    // data that are not there leave their rows out, and the rest is printed
    private static async Task PrintAsync(string what, Func<Task<IReadOnlyList<TableRow>>> measure)
    {
        try
        {
            foreach (var line in await measure())
                Console.WriteLine(line);
        }
        catch (Exception missing) when (missing is BadInputException or FileNotFoundException or DirectoryNotFoundException)
        {
            Console.WriteLine(TableRow.Missing(what, missing.Message));
        }
    }
}
