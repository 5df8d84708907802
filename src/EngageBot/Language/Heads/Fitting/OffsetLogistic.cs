namespace EngageBot.Language.Heads.Fitting;

/// <summary>
/// Fits what must be added to scores that exist already, so that a few examples move them a little and many move them far:
/// logistic loss with an offset, drawn towards zero, by dual coordinate descent (Yu and others, 2011).
/// </summary>
/// <param name="Tolerance">Stops when no example moves more than this in log-odds.</param>
internal sealed record OffsetLogistic(double Tolerance = 0.02, int MostPasses = 40, int Seed = 7)
{
    private const int NewtonSteps = 6;

    /// <param name="offsets">The log-odds that each example has before.</param>
    /// <param name="cost">How much an example weighs against the pull towards zero.</param>
    public LinearModel Fit(IReadOnlyList<Example> examples, IReadOnlyList<float> offsets, IReadOnlyList<bool> isPositive, double cost)
    {
        var model = new LinearModel(Features.GramBag.Buckets, examples[0].Dense.Length);
        var (turns, pulls) = (new double[examples.Count], new double[examples.Count]);
        var norms = examples.Select(example => 1.0 + Lanes.Dot(example.Values, example.Values) + Lanes.Dot(example.Dense, example.Dense)).ToArray();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            random.Shuffle(order);
            var most = 0.0;
            foreach (var index in order)
            {
                var sign = isPositive[index] ? 1 : -1;
                var margin = sign * (model.Score(examples[index]) + offsets[index]);
                var turn = Settle(pass == 0 ? -margin : turns[index], margin, pulls[index], cost, norms[index]);
                var pull = cost * Squash(turn);
                most = Math.Max(most, Math.Abs(pull - pulls[index]) * norms[index]);
                model.Add(examples[index], (float)((pull - pulls[index]) * sign));
                (turns[index], pulls[index]) = (turn, pull);
            }
            if (most <= Tolerance)
                break;
        }
        return model;
    }

    // where the margin that a pull leaves and the pull that a margin asks for meet; the slope is never below one, so a few steps do
    private static double Settle(double turn, double margin, double pull, double cost, double norm)
    {
        for (var step = 0; step < NewtonSteps; step++)
        {
            var part = Squash(turn);
            turn -= (margin + (((cost * part) - pull) * norm) + turn) / (1 + (cost * norm * part * (1 - part)));
        }
        return turn;
    }

    private static double Squash(double value) => 1 / (1 + Math.Exp(-value));
}
