using System.Globalization;

namespace EngageBot.Benchmarks.Faults;

/// <summary>The table of faults, and the totals of what must be nought.</summary>
internal sealed class FaultReport(IReadOnlyList<RunResult> results)
{
    private static readonly (string Sign, string Name)[] Promises =
    [
        ("double post", "double posts"),
        ("unapproved post", "unapproved posts"),
        ("lost mention", "lost mentions"),
        ("double mention", "mentions stored twice"),
        ("lost decision", "lost decisions"),
        ("phantom", "replies called sent that are not public"),
        ("unseen", "approvals of a talk that had moved on"),
        ("stop ignored", "replies after a plea to stop"),
        ("remembered", "deleted mentions still stored"),
        ("journal", "gaps in the journal"),
        ("receipt", "receipts out of balance"),
        ("", "other troubles"),
    ];

    public void Print(string command, TimeSpan took)
    {
        Console.WriteLine($"$ {command}");
        var tally = new Tally();
        foreach (var result in results)
            tally.Add(result.Tally);
        foreach (var (fault, times) in tally.Hits)
            Line(fault, times);
        Console.WriteLine();
        Line("mentions", results.Sum(result => result.Mentions));
        Line("replies made public", results.Sum(result => result.Replies));
        Line("decisions confirmed", results.Sum(result => result.Decisions));
        Line("stale approvals tried", results.Sum(result => result.StaleTries));
        Console.WriteLine();
        foreach (var (sign, name) in Promises)
            Line(name, results.Sum(result => result.Flaws.Count(flaw => SignOf(flaw) == sign)));
        Line("runs with nothing broken", results.Count(result => result.Flaws.Count == 0), $" of {results.Count}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds / Math.Max(1, results.Count):0.00} s a run"));
    }

    private static string SignOf(string flaw) => Promises.Select(promise => promise.Sign).First(sign => flaw.StartsWith(sign, StringComparison.Ordinal));

    private static void Line(string name, long number, string more = "") => Console.WriteLine($"{name,-52}{number.ToString("N0", CultureInfo.InvariantCulture),8}{more}");
}
