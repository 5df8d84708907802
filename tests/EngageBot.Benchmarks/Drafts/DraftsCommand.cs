using System.CommandLine;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Drafts;

/// <summary><c>drafts</c>: whether a thousand replies to about the same words stay apart, and whether a network takes them all.</summary>
internal static class DraftsCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many thank-yous are answered.", DefaultValueFactory = _ => 1_000 };
        var command = new Command("drafts", "Drafts and posts replies to similar thank-yous; exit code 1 when two are alike or one is refused.") { count };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new FigureTable();
            var isSound = await new FreshRun(table).MeasureAsync(parsed.GetValue(count), cancellationToken);
            table.Print($"drafts --count {parsed.GetValue(count)}");
            return isSound ? 0 : 1;
        });
        return command;
    }
}
