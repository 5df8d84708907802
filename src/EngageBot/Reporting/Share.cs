namespace EngageBot.Reporting;

/// <summary>So many of so many.</summary>
public sealed record Share(long Part, long Whole)
{
    /// <summary>0 to 1; null of nothing.</summary>
    public double? Ratio => Whole == 0 ? null : (double)Part / Whole;
}
