namespace EngageBot.Language.Heads.Fitting;

/// <summary>Fits a <see cref="Calibration"/> to scores the model has not learned from, by Newton's method with softened targets.</summary>
internal static class Platt
{
    public static Calibration Fit(IReadOnlyList<float> scores, IReadOnlyList<bool> isPositive, IReadOnlyList<float>? weights = null)
    {
        var positives = isPositive.Count(yes => yes);
        var (high, low) = ((positives + 1.0) / (positives + 2.0), 1.0 / (scores.Count - positives + 2.0));
        var (a, b) = (-1.0, Math.Log((scores.Count - positives + 1.0) / (positives + 1.0)));
        var loss = Loss(a, b);
        for (var round = 0; round < 100; round++)
        {
            var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            for (var index = 0; index < scores.Count; index++)
            {
                var weight = weights?[index] ?? 1;
                var chance = 1 / (1 + Math.Exp((a * scores[index]) + b));
                var (miss, curve) = (weight * ((isPositive[index] ? high : low) - chance), weight * chance * (1 - chance));
                (ga, gb) = (ga + (scores[index] * miss), gb + miss);
                (haa, hab, hbb) = (haa + (scores[index] * scores[index] * curve), hab + (scores[index] * curve), hbb + curve);
            }
            if (Math.Abs(ga) < 1e-6 && Math.Abs(gb) < 1e-6)
                break;
            var determinant = (haa * hbb) - (hab * hab);
            var (da, db) = (-((hbb * ga) - (hab * gb)) / determinant, -((haa * gb) - (hab * ga)) / determinant);
            var step = 1.0;
            while (step > 1e-10 && Loss(a + (step * da), b + (step * db)) > loss)
                step /= 2;
            (a, b) = (a + (step * da), b + (step * db));
            loss = Loss(a, b);
        }
        return new Calibration((float)a, (float)b);

        double Loss(double a, double b)
        {
            var sum = 0.0;
            for (var index = 0; index < scores.Count; index++)
            {
                var (exponent, target) = ((a * scores[index]) + b, isPositive[index] ? high : low);
                var softplus = exponent > 0 ? exponent + Math.Log(1 + Math.Exp(-exponent)) : Math.Log(1 + Math.Exp(exponent));
                sum += (weights?[index] ?? 1) * (softplus - ((1 - target) * exponent));
            }
            return sum;
        }
    }
}
