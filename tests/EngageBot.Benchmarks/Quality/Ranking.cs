namespace EngageBot.Benchmarks.Quality;

/// <summary>How well scores order and predict: area under the curve, Brier score, calibration error over ten bins.</summary>
internal static class Ranking
{
    public static double Auroc(IReadOnlyList<double> scores, IReadOnlyList<bool> isPositive)
    {
        var order = Enumerable.Range(0, scores.Count).OrderBy(index => scores[index]).ToArray();
        var (rankSum, positives) = (0.0, isPositive.Count(yes => yes));
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end < order.Length && scores[order[end]] == scores[order[start]])
                end++;
            for (var place = start; place < end; place++)
                rankSum += isPositive[order[place]] ? (start + end + 1) / 2.0 : 0;
            start = end;
        }
        return (rankSum - (positives * (positives + 1.0) / 2)) / ((double)positives * (scores.Count - positives));
    }

    public static double Brier(IReadOnlyList<double> chances, IReadOnlyList<bool> isPositive) =>
        chances.Zip(isPositive, (chance, yes) => Math.Pow(chance - (yes ? 1 : 0), 2)).Average();

    public static double CalibrationError(IReadOnlyList<double> chances, IReadOnlyList<bool> isPositive) =>
        chances.Zip(isPositive).GroupBy(pair => Math.Min(9, (int)(pair.First * 10)))
            .Sum(bin => (double)bin.Count() / chances.Count * Math.Abs(bin.Average(pair => pair.First) - bin.Average(pair => pair.Second ? 1 : 0)));
}
