namespace EngageBot.Reporting;

/// <summary>How long people waited for us, or we worked: of so many, the middle one and the one that nine in ten stay below.</summary>
/// <param name="Median">Seconds; null when there is nothing to measure.</param>
/// <param name="NineInTen">Seconds; the 90th percentile.</param>
public sealed record Waits(int Count, double? Median, double? NineInTen)
{
    internal static Waits Of(List<long> milliseconds)
    {
        milliseconds.Sort();
        return new Waits(milliseconds.Count, Quantile(milliseconds, 0.5), Quantile(milliseconds, 0.9));
    }

    /// <summary>Between two measured values it lies on the straight line between them.</summary>
    private static double? Quantile(List<long> sorted, double part)
    {
        if (sorted.Count == 0)
            return null;
        var place = part * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Math.Round((sorted[below] + ((sorted[above] - sorted[below]) * (place - below))) / 1000, 1);
    }
}
