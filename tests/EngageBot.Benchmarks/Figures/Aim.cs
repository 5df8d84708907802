using System.Globalization;

namespace EngageBot.Benchmarks.Figures;

/// <summary>What a figure should be.</summary>
internal sealed record Aim(string Sign, double Bound, Func<double, bool> IsMetBy)
{
    public static Aim AtLeast(double bound) => new("≥", bound, value => value >= bound);

    public static Aim AtMost(double bound) => new("≤", bound, value => value <= bound);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sign} {Bound:#,0.###}");
}
