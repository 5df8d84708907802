namespace EngageBot.Language.Search;

/// <summary>How usual scores lie, so that scores of different kinds can be added.</summary>
internal readonly record struct Spread(float Mean, float Deviation)
{
    public static Spread Of(ReadOnlySpan<float> scores)
    {
        double sum = 0, squares = 0;
        foreach (var score in scores)
            (sum, squares) = (sum + score, squares + ((double)score * score));
        var mean = sum / Math.Max(1, scores.Length);
        return new Spread((float)mean, (float)Math.Sqrt(Math.Max(0, (squares / Math.Max(1, scores.Length)) - (mean * mean))));
    }

    /// <summary>By how many usual deviations a score stands out; 0 where all are alike.</summary>
    public float Standardise(float score) => Deviation > 1e-6f ? (score - Mean) / Deviation : 0;
}
