namespace EngageBot.Benchmarks.Answers;

/// <summary>At which rank the right answers came, counted from 1; 0 where one did not come at all.</summary>
internal sealed class Ranks(IReadOnlyList<int> ranks)
{
    public double First => Share(rank => rank == 1);

    public double FirstThree => Share(rank => rank is >= 1 and <= 3);

    /// <summary>The mean of one through the rank.</summary>
    public double Reciprocal => ranks.Average(rank => rank == 0 ? 0 : 1.0 / rank);

    /// <summary>The rank of one place among the scores of all; of equals, the later rank.</summary>
    public static int Of(int right, ReadOnlySpan<float> scores)
    {
        var rank = 1;
        for (var place = 0; place < scores.Length; place++)
            rank += place != right && scores[place] >= scores[right] ? 1 : 0;
        return rank;
    }

    private double Share(Func<int, bool> counts) => ranks.Count(counts) / (double)ranks.Count;
}
