namespace EngageBot.Benchmarks.Quality;

/// <summary>Chooses from which score on a rare class is named.</summary>
internal static class Threshold
{
    /// <summary>The one with the best F1; of equals, that nearest to the usual one.</summary>
    public static double BestF1(IReadOnlyList<double> scores, IReadOnlyList<bool> truth, double usual) =>
        scores.Distinct().Append(usual).MaxBy(bar => (F1(scores, truth, bar), -Math.Abs(bar - usual)));

    private static double F1(IReadOnlyList<double> scores, IReadOnlyList<bool> truth, double bar)
    {
        var hits = scores.Zip(truth).Count(pair => pair.First > bar && pair.Second);
        return 2.0 * hits / (scores.Count(score => score > bar) + truth.Count(yes => yes));
    }
}
