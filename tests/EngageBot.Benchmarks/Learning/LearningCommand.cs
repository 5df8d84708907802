using System.CommandLine;
using System.Globalization;
using EngageBot.Benchmarks.Quality;

namespace EngageBot.Benchmarks.Learning;

/// <summary><c>learning</c>: how many decisions of its own people an organisation needs until its complaints are read well.</summary>
internal static class LearningCommand
{
    private static readonly int[] Steps = [0, 10, 25, 50, 100, 250, 500, 1000, 2500];

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the public data sets.", Required = true };
        var draws = new Option<int>("--draws") { Description = "How often the lessons are drawn anew.", DefaultValueFactory = _ => 5 };
        var cost = new Option<float?>("--cost") { Description = "Tries another pull towards the shipped heads." };
        var command = new Command("learning", "Teaches the reader an airline's mentions, a few decisions at a time, by the code that refits it at the desk.") { data, draws, cost };
        command.SetAction(parsed =>
        {
            var airline = new Airline(DataSplits.Read(parsed.GetRequiredValue(data).FullName, "airline"), parsed.GetValue(cost));
            Console.WriteLine(Row("decisions", "corrections", "kept", "precision", "recall", "F1", "F1 unchecked"));
            foreach (var count in Steps)
                Console.WriteLine(Row(count, [.. Enumerable.Range(1, count == 0 ? 1 : parsed.GetValue(draws)).Select(draw => airline.Teach(count, draw))]));
            Console.WriteLine(Row(airline.Most, [airline.Teach(airline.Most, 1)]));
            return 0;
        });
        return command;
    }

    private static string Row(int count, IReadOnlyList<Lesson> draws) => Row(
        count.ToString("N0", CultureInfo.InvariantCulture),
        Number(draws.Average(draw => draw.Corrections)),
        count == 0 ? "-" : $"{draws.Count(draw => draw.IsKept)} of {draws.Count}",
        Spread(draws, draw => draw.Complaints.Precision),
        Spread(draws, draw => draw.Complaints.Recall),
        Spread(draws, draw => draw.Complaints.F1),
        Spread(draws, draw => draw.Unchecked));

    private static string Spread(IReadOnlyList<Lesson> draws, Func<Lesson, double> figure)
    {
        var mean = draws.Average(figure);
        var deviation = draws.Count < 2 ? 0 : Math.Sqrt(draws.Sum(draw => Math.Pow(figure(draw) - mean, 2)) / (draws.Count - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{mean:0.000} ± {deviation:0.000}");
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Row(params string[] cells) =>
        string.Join("  ", cells.Select((cell, column) => cell.PadLeft(column < 3 ? 11 : 15))).TrimEnd();
}
