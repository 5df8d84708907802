namespace EngageBot.Benchmarks.Season;

/// <summary>What somebody is like when they are answered.</summary>
/// <param name="Willing">How likely they answer a reply that is neither good nor bad.</param>
/// <param name="Patience">How many annoyances they take before they fall silent, or say stop.</param>
/// <param name="Ends">How much sooner than others they close a talk.</param>
/// <param name="SaysStop">Whether they say stop when their patience is over, rather than fall silent.</param>
internal sealed record Temper(string Name, int Share, double Willing, double Patience, double Ends = 0, bool SaysStop = false)
{
    /// <summary>In shares of a hundred.</summary>
    public static readonly IReadOnlyList<Temper> All =
    [
        new("talker", 30, 0.60, 3),
        new("curious", 25, 0.50, 3),
        new("busy", 20, 0.30, 2, Ends: 0.2),
        new("shy", 15, 0.25, 2),
        new("touchy", 10, 0.45, 1, SaysStop: true),
    ];

    /// <summary>The temper of a place from 0 to 99.</summary>
    public static Temper At(int place)
    {
        foreach (var temper in All)
            if ((place -= temper.Share) < 0)
                return temper;
        return All[0];
    }
}
