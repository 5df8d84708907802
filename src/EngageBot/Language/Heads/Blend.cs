namespace EngageBot.Language.Heads;

/// <summary>Weighs the scores of all heads against each other: how likely each outcome is when several heads fire at once.</summary>
/// <param name="Weights">For each outcome a number for each head.</param>
/// <param name="Biases">For each outcome what is added whatever the heads say.</param>
internal sealed record Blend(float[][] Weights, float[] Biases)
{
    /// <summary>Chances of all outcomes; together they make one.</summary>
    public double[] Of(ReadOnlySpan<float> scores)
    {
        var chances = new double[Biases.Length];
        for (var outcome = 0; outcome < chances.Length; outcome++)
            chances[outcome] = Biases[outcome] + Lanes.Dot(Weights[outcome], scores);
        var highest = chances.Max();
        var sum = 0.0;
        for (var outcome = 0; outcome < chances.Length; outcome++)
            sum += chances[outcome] = Math.Exp(chances[outcome] - highest);
        for (var outcome = 0; outcome < chances.Length; outcome++)
            chances[outcome] /= sum;
        return chances;
    }
}
