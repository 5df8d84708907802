namespace EngageBot.Language.Heads.Fitting;

/// <summary>
/// Fits a linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh and others, 2008),
/// leaving out for a while the examples that already lie well on their side.
/// </summary>
/// <param name="Tolerance">Stops when no example pulls harder than this.</param>
internal sealed record DualDescent(double Tolerance = 0.02, int MostPasses = 50, int Seed = 7)
{
    /// <param name="isPositive">The side each example belongs to.</param>
    /// <param name="costs">How much it costs to get each example wrong.</param>
    public LinearModel Fit(IReadOnlyList<Example> examples, bool[] isPositive, float[] costs)
    {
        var model = new LinearModel(Features.GramBag.Buckets, examples[0].Dense.Length);
        var (pulls, norms) = (new double[examples.Count], Norms(examples, costs));
        var order = Enumerable.Range(0, examples.Count).Where(index => costs[index] > 0).ToArray();
        var random = new Random(Seed);
        var (active, limit) = (order.Length, double.PositiveInfinity);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            random.Shuffle(order.AsSpan(0, active));
            var (highest, lowest) = (double.NegativeInfinity, double.PositiveInfinity);
            for (var place = 0; place < active; place++)
            {
                var index = order[place];
                var sign = isPositive[index] ? 1 : -1;
                var slope = (sign * model.Score(examples[index])) - 1 + (pulls[index] / (2 * costs[index]));
                if (pulls[index] == 0 && slope > limit)
                {
                    (order[place], order[--active]) = (order[active], order[place]);
                    place--;
                    continue;
                }
                var projected = pulls[index] == 0 ? Math.Min(slope, 0) : slope;
                (highest, lowest) = (Math.Max(highest, projected), Math.Min(lowest, projected));
                if (Math.Abs(projected) < 1e-12)
                    continue;
                var before = pulls[index];
                pulls[index] = Math.Max(before - (slope / norms[index]), 0);
                model.Add(examples[index], (float)((pulls[index] - before) * sign));
            }
            var isSettled = highest - lowest <= Tolerance;
            if (isSettled && active == order.Length)
                break;
            limit = isSettled || highest <= 0 ? double.PositiveInfinity : highest;
            active = isSettled ? order.Length : active;
        }
        return model;
    }

    private static double[] Norms(IReadOnlyList<Example> examples, float[] costs)
    {
        var norms = new double[examples.Count];
        for (var index = 0; index < norms.Length; index++)
        {
            var (values, dense) = (examples[index].Values, examples[index].Dense);
            norms[index] = 1 + Lanes.Dot(values, values) + Lanes.Dot(dense, dense) + (0.5 / costs[index]);
        }
        return norms;
    }
}
