using System.CommandLine;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Line;

/// <summary><c>line</c>: the way of a mention from a follower to the desk, over the real program and the sandbox.</summary>
internal static class LineCommand
{
    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "How many mentions are pushed through the line.", DefaultValueFactory = _ => 20_000 };
        var singles = new Option<int>("--singles") { Description = "How many single mentions are timed.", DefaultValueFactory = _ => 300 };
        var limits = new Option<bool>("--limits") { Description = "Instead: a run under rate limits, with short windows." };
        var command = new Command("line", "Mentions per second, delay, start, memory and reads of the line; exit code 1 when a mention was lost or doubled.")
        {
            mentions, singles, limits,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new FigureTable();
            var (count, timed) = (parsed.GetValue(mentions), parsed.GetValue(singles));
            var isSound = parsed.GetValue(limits)
                ? await new LimitedRun(table).MeasureAsync(cancellationToken)
                : await new WholeRun(table).MeasureAsync(count, timed, cancellationToken);
            table.Print(parsed.GetValue(limits) ? "line --limits" : $"line --mentions {count} --singles {timed}");
            return isSound ? 0 : 1;
        });
        return command;
    }
}
