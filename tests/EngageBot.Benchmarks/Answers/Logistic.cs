namespace EngageBot.Benchmarks.Answers;

/// <summary>Logistic regression with a few weights, by Newton's method.</summary>
internal static class Logistic
{
    private const int Steps = 30;
    private const double Restraint = 1e-3;

    public static double[] Fit(IReadOnlyList<(double[] Signs, bool IsRight)> cases)
    {
        var weights = new double[cases[0].Signs.Length];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, bend) = Slopes(cases, weights);
            Solve(bend, slope);
            for (var index = 0; index < weights.Length; index++)
                weights[index] += slope[index];
        }
        return weights;
    }

    private static (double[] Slope, double[][] Bend) Slopes(IReadOnlyList<(double[] Signs, bool IsRight)> cases, double[] weights)
    {
        var slope = Array.ConvertAll(weights, weight => -Restraint * weight);
        var bend = weights.Select((_, row) => weights.Select((_, column) => row == column ? Restraint : 0).ToArray()).ToArray();
        foreach (var (signs, isRight) in cases)
        {
            var chance = 1 / (1 + Math.Exp(-signs.Zip(weights, (sign, weight) => sign * weight).Sum()));
            for (var row = 0; row < weights.Length; row++)
            {
                slope[row] += ((isRight ? 1 : 0) - chance) * signs[row];
                for (var column = 0; column < weights.Length; column++)
                    bend[row][column] += chance * (1 - chance) * signs[row] * signs[column];
            }
        }
        return (slope, bend);
    }

    /// <summary>Gauss; leaves the solution in <paramref name="right"/>.</summary>
    private static void Solve(double[][] matrix, double[] right)
    {
        for (var pivot = 0; pivot < right.Length; pivot++)
            for (var row = 0; row < right.Length; row++)
            {
                var factor = row == pivot ? 0 : matrix[row][pivot] / matrix[pivot][pivot];
                right[row] -= factor * right[pivot];
                for (var column = pivot; column < right.Length; column++)
                    matrix[row][column] -= factor * matrix[pivot][column];
            }
        for (var row = 0; row < right.Length; row++)
            right[row] /= matrix[row][row];
    }
}
