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

    /// <summary>Every fault must strike this often, once there are runs enough.</summary>
    private const int Enough = 20;
    private const int RunsEnough = 300;
    private const int EnoughMet = 24;

    /// <summary>False when there were runs enough and some fault struck too rarely all the same.</summary>
    public bool Print(string command, TimeSpan took, Catalogue catalogue)
    {
        Console.WriteLine($"$ {command}");
        var tally = new Tally();
        foreach (var result in results)
            tally.Add(result.Tally);
        foreach (var (fault, times) in tally.Hits)
            Line(fault, times);
        var rare = catalogue.Names.Where(name => tally.Of(name) < Enough).ToList();
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
        Line("faults of the catalogue", catalogue.Names.Count);
        Line($"struck {Enough} times or more", catalogue.Names.Count - rare.Count);
        if (rare.Count == 0 || results.Count < RunsEnough)
            return true;
        Console.Error.WriteLine($"{rare.Count} faults struck less than {Enough} times, so their runs prove little: {string.Join("; ", rare.Select(name => $"{name} ({tally.Of(name)})"))}");
        return false;
    }

    /// <summary>How often each fault would be met; false when that leaves too little room for one that does not come to strike.</summary>
    public static bool Foretell(IEnumerable<int> seeds, Catalogue catalogue, int replicas)
    {
        var met = seeds.SelectMany(seed => new Schedule(seed, catalogue, replicas).Names).CountBy(name => name).ToList();
        foreach (var (fault, times) in met.OrderBy(fault => fault.Value))
            Line(fault, times);
        return met.Count == catalogue.Planned.Count && met.TrueForAll(fault => fault.Value >= EnoughMet);
    }

    private static string SignOf(string flaw) => Promises.Select(promise => promise.Sign).First(sign => flaw.StartsWith(sign, StringComparison.Ordinal));

    private static void Line(string name, long number, string more = "") => Console.WriteLine($"{name,-52}{number.ToString("N0", CultureInfo.InvariantCulture),8}{more}");
}
