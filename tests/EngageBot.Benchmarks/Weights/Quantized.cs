namespace EngageBot.Benchmarks.Weights;

/// <summary>Floats as bytes: each is its byte times the scale.</summary>
internal sealed record Quantized(float Scale, sbyte[] Values)
{
    private const int Largest = 127;

    // to cut off the few largest values costs less than to be coarse with all others
    private const int Steps = 40;
    private const double StepDown = 0.0125;

    /// <summary>With the scale that leaves the smallest squared error.</summary>
    public static Quantized Of(float[] values)
    {
        var bound = values.Max(Math.Abs);
        return Enumerable.Range(0, Steps)
            .Select(step => Of(values, (float)(bound * (1 - (step * StepDown)) / Largest)))
            .MinBy(candidate => candidate.Error(values))!;
    }

    private static Quantized Of(float[] values, float scale) =>
        new(scale, [.. values.Select(value => scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(value / scale), -Largest, Largest))]);

    private double Error(float[] values) => values.Select((value, index) => Math.Pow(value - (Values[index] * Scale), 2)).Sum();
}
