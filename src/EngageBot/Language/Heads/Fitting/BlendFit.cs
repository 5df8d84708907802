namespace EngageBot.Language.Heads.Fitting;

/// <summary>Fits a <see cref="Blend"/>: logistic regression over the scores of heads on texts these heads have not learned from.</summary>
internal sealed class BlendFit
{
    private const double Restraint = 1e-3;
    private const int Steps = 400;
    private const double Stride = 0.05;

    private readonly List<(double[] Point, int Outcome, double Weight)> rows;
    private readonly double[] means;
    private readonly double[] spreads;
    private readonly double[][] weights;

    private BlendFit(IReadOnlyList<float[]> scores, IReadOnlyList<int> outcomes, IReadOnlyList<double> costs, int outcomeCount)
    {
        var (heads, sum) = (scores[0].Length, costs.Sum());
        means = [.. Enumerable.Range(0, heads).Select(head => Enumerable.Range(0, scores.Count).Sum(row => costs[row] * scores[row][head]) / sum)];
        spreads =
        [
            .. Enumerable.Range(0, heads).Select(head =>
                Math.Sqrt(Enumerable.Range(0, scores.Count).Sum(row => costs[row] * Math.Pow(scores[row][head] - means[head], 2)) / sum) + 1e-6),
        ];
        weights = [.. Enumerable.Range(0, outcomeCount).Select(_ => new double[heads + 1])];
        rows = [.. Enumerable.Range(0, scores.Count).Where(row => costs[row] > 0).Select(row => (Point(scores[row]), outcomes[row], costs[row] / sum))];
    }

    /// <param name="costs">How much each text counts; one with zero is left out.</param>
    public static Blend Fit(IReadOnlyList<float[]> scores, IReadOnlyList<int> outcomes, IReadOnlyList<double> costs, int outcomeCount)
    {
        var fit = new BlendFit(scores, outcomes, costs, outcomeCount);
        fit.Descend();
        return fit.Blend();
    }

    // steps of a length of their own for each weight (Kingma and Ba, 2014), shorter at the end
    private void Descend()
    {
        var (first, second) = (Zeros(), Zeros());
        for (var step = 1; step <= Steps; step++)
        {
            var slopes = Slopes();
            var stride = step > Steps * 0.7 ? Stride / 5 : Stride;
            for (var outcome = 0; outcome < weights.Length; outcome++)
                for (var place = 0; place < weights[outcome].Length; place++)
                {
                    var slope = slopes[outcome][place];
                    first[outcome][place] = (0.9 * first[outcome][place]) + (0.1 * slope);
                    second[outcome][place] = (0.999 * second[outcome][place]) + (0.001 * slope * slope);
                    weights[outcome][place] -= stride * first[outcome][place] / (1 - Math.Pow(0.9, step))
                        / (Math.Sqrt(second[outcome][place] / (1 - Math.Pow(0.999, step))) + 1e-8);
                }
        }
    }

    private double[][] Slopes()
    {
        var slopes = Zeros();
        var chances = new double[weights.Length];
        foreach (var (point, outcome, weight) in rows)
        {
            Weigh(point, chances);
            for (var other = 0; other < weights.Length; other++)
            {
                var pull = weight * (chances[other] - (other == outcome ? 1 : 0));
                for (var place = 0; place < point.Length; place++)
                    slopes[other][place] += pull * point[place];
            }
        }
        for (var outcome = 0; outcome < weights.Length; outcome++)
            for (var place = 0; place < means.Length; place++)
                slopes[outcome][place] += Restraint * weights[outcome][place];
        return slopes;
    }

    private void Weigh(double[] point, double[] chances)
    {
        for (var outcome = 0; outcome < chances.Length; outcome++)
        {
            chances[outcome] = 0;
            for (var place = 0; place < point.Length; place++)
                chances[outcome] += weights[outcome][place] * point[place];
        }
        var (highest, sum) = (chances.Max(), 0.0);
        for (var outcome = 0; outcome < chances.Length; outcome++)
            sum += chances[outcome] = Math.Exp(chances[outcome] - highest);
        for (var outcome = 0; outcome < chances.Length; outcome++)
            chances[outcome] /= sum;
    }

    private double[] Point(float[] scores) => [.. scores.Select((score, head) => (score - means[head]) / spreads[head]), 1];

    private double[][] Zeros() => [.. weights.Select(row => new double[row.Length])];

    private Blend Blend() => new(
        [.. weights.Select(row => means.Select((_, head) => (float)(row[head] / spreads[head])).ToArray())],
        [.. weights.Select(row => (float)(row[^1] - means.Select((mean, head) => row[head] * mean / spreads[head]).Sum()))]);
}
