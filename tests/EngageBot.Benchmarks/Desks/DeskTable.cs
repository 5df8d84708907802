using System.Globalization;
using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Desks;

/// <summary>The figures of a run beside what two help desks took with 100,000 conversations, and what we aim at.</summary>
internal sealed class DeskTable(Stock stock)
{
    private const double SlowerAtAMillion = 1.5;
    private readonly List<string[]> rows = [["", "p50", "p95", "FreeScout", "Request Tracker", "aim", ""]];

    /// <param name="aim">Milliseconds with 100,000 mentions; a million may take half as much again.</param>
    public void Add(string name, Sample milliseconds, double? aim = null, string freeScout = "", string requestTracker = "")
    {
        var bound = aim * (stock.Mentions > 100_000 ? SlowerAtAMillion : 1);
        var slow = milliseconds.Percentile(95);
        Add([name, Show(milliseconds.Median), Show(slow), freeScout, requestTracker, bound is null ? "" : $"≤ {Show(bound.Value)}", bound is null ? "" : slow <= bound ? "met" : "MISSED"]);
    }

    public void Add(string name, string value) => Add([name, value, "", "", "", "", ""]);

    public void Print(string command)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine($"$ {command}");
        foreach (var row in rows)
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
    }

    private void Add(string[] row)
    {
        rows.Add(row);
        Console.Error.WriteLine($"  {string.Join("  ", row.Where(cell => cell.Length > 0))}");
    }

    private static string Show(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.##} ms");
}
