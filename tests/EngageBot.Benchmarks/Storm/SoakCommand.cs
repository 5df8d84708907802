using System.CommandLine;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Storm;

/// <summary><c>soak</c>: a working day in minutes, to see what grows.</summary>
internal static class SoakCommand
{
    public static Command Create()
    {
        var hours = new Option<int>("--hours") { Description = "How many hours pass, in the program's time.", DefaultValueFactory = _ => 8 };
        var pace = new Option<int>("--pace") { Description = "How many seconds pass in one.", DefaultValueFactory = _ => 60 };
        var perHour = new Option<int>("--per-hour") { Description = "How many mentions come in an hour.", DefaultValueFactory = _ => 360 };
        var command = new Command("soak", "Hours of steady traffic with a quick clock; exit code 1 when memory, open files, the log of the database or its bookkeeping grew.")
        {
            hours, pace, perHour,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var table = new FigureTable();
            var (length, speed, mentions) = (parsed.GetValue(hours), parsed.GetValue(pace), parsed.GetValue(perHour));
            var isSound = await new Soak(table, length, speed, mentions).RunAsync(cancellationToken);
            table.Print($"soak --hours {length} --pace {speed} --per-hour {mentions}");
            return isSound && table.AllMet ? 0 : 1;
        });
        return command;
    }
}
