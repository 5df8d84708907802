using System.CommandLine;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Storm;

/// <summary><c>storm</c>: everybody writes at once while a few people work.</summary>
internal static class StormCommand
{
    public static Command Create()
    {
        var mentions = new Option<int>("--mentions") { Description = "How many mentions come in.", DefaultValueFactory = _ => 10_000 };
        var seconds = new Option<int>("--seconds") { Description = "In how many seconds.", DefaultValueFactory = _ => 60 };
        var desks = new Option<int>("--desks") { Description = "How many desks are worked at.", DefaultValueFactory = _ => 3 };
        var command = new Command("storm", "A storm of mentions under X's own limits while people work at their desks; exit code 1 when something was lost, out of order, slow or kept.")
        {
            mentions, seconds, desks,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new FigureTable();
            var (count, time, open) = (parsed.GetValue(mentions), parsed.GetValue(seconds), parsed.GetValue(desks));
            var isSound = await new Storm(table, count, TimeSpan.FromSeconds(time), open).BreakAsync(cancellationToken);
            table.Print($"storm --mentions {count} --seconds {time} --desks {open}");
            return isSound && table.AllMet ? 0 : 1;
        });
        return command;
    }
}
