namespace EngageBot.Language.Heads;

/// <summary>Turns a score into a probability: <c>1 / (1 + exp(A * score + B))</c>.</summary>
internal readonly record struct Calibration(float A, float B)
{
    public double Of(double score) => 1 / (1 + Math.Exp((A * score) + B));

    /// <summary>The same as log-odds.</summary>
    public float OddsOf(float score) => -((A * score) + B);
}
