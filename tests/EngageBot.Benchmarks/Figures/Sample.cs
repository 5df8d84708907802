namespace EngageBot.Benchmarks.Figures;

/// <summary>Many measurements of the same thing.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => Percentile(50);

    /// <summary>The smallest value that so many in a hundred do not exceed.</summary>
    public double Percentile(double part) => sorted[Math.Max(0, (int)Math.Ceiling(part / 100 * sorted.Length) - 1)];
}
