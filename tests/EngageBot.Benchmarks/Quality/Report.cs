namespace EngageBot.Benchmarks.Quality;

/// <summary>How well guesses met the truth.</summary>
internal sealed record Report(double Accuracy, double MacroF1, IReadOnlyDictionary<string, ClassReport> Classes)
{
    public static Report Of(IReadOnlyList<string> truth, IReadOnlyList<string> guesses)
    {
        var classes = truth.Distinct().Order(StringComparer.Ordinal).ToDictionary(label => label, label => ClassReport.Of(truth, guesses, label));
        var hits = Enumerable.Range(0, truth.Count).Count(index => truth[index] == guesses[index]);
        return new Report((double)hits / truth.Count, classes.Values.Average(one => one.F1), classes);
    }

    /// <summary>The middle 95 in a hundred of a figure when the test texts are drawn anew again and again.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<string> truth, IReadOnlyList<string> guesses, Func<Report, double> figure, int draws = 300) =>
        Interval(Draw(truth, guesses, draws), figure);

    public static (double Low, double High) Interval(IReadOnlyList<Report> drawn, Func<Report, double> figure)
    {
        var figures = drawn.Select(figure).Order().ToList();
        return (figures[(int)(figures.Count * 0.025)], figures[(int)(figures.Count * 0.975)]);
    }

    /// <summary>Reports over the test texts drawn anew, with repetitions.</summary>
    public static IReadOnlyList<Report> Draw(IReadOnlyList<string> truth, IReadOnlyList<string> guesses, int draws = 300)
    {
        var random = new Random(11);
        var picks = Enumerable.Range(0, draws).Select(_ => Enumerable.Range(0, truth.Count).Select(_ => random.Next(truth.Count)).ToArray()).ToList();
        return [.. picks.AsParallel().AsOrdered().Select(pick => Of([.. pick.Select(index => truth[index])], [.. pick.Select(index => guesses[index])]))];
    }
}

/// <summary>How well one class was found.</summary>
internal sealed record ClassReport(int Count, double Precision, double Recall, double F1)
{
    public static ClassReport Of(IReadOnlyList<string> truth, IReadOnlyList<string> guesses, string label)
    {
        var (hits, misses, alarms) = (0, 0, 0);
        for (var index = 0; index < truth.Count; index++)
        {
            var (isTrue, isGuessed) = (truth[index] == label, guesses[index] == label);
            hits += isTrue && isGuessed ? 1 : 0;
            misses += isTrue && !isGuessed ? 1 : 0;
            alarms += !isTrue && isGuessed ? 1 : 0;
        }
        return new ClassReport(hits + misses, Part(hits, hits + alarms), Part(hits, hits + misses), Part(2 * hits, (2 * hits) + misses + alarms));
    }

    private static double Part(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
