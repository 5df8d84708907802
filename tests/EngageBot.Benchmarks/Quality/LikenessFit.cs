using System.Numerics.Tensors;
using EngageBot.Language.Heads;

namespace EngageBot.Benchmarks.Quality;

/// <summary>
/// Fits the votes of a <see cref="Likeness"/> by least squares drawn towards zero (a Gaussian kernel over a part of the examples, after
/// Nyström): which texts are examples is chosen evenly, what they vote is learned from all.
/// </summary>
internal sealed class LikenessFit
{
    private const double Pull = 1;

    // two examples may be the same, and rounding must not make the sums unsolvable
    private const double Firmness = 0.01;

    private readonly Likeness examples;
    private readonly IReadOnlyList<int> outcomes;
    private readonly int outcomeCount;
    private readonly float[] weights;
    private readonly float[][] nearness; // an example a row, and one of ones; a text a column
    private readonly double[][] own;

    /// <param name="weights">How much each text counts.</param>
    /// <param name="length">How much of each is compared.</param>
    public LikenessFit(IReadOnlyList<float[]> texts, IReadOnlyList<int> outcomes, float[] weights, int length, int exampleCount, int outcomeCount)
    {
        (this.outcomes, this.weights, this.outcomeCount) = (outcomes, weights, outcomeCount);
        var chosen = Enumerable.Range(0, exampleCount).Select(number => (int)((long)number * texts.Count / exampleCount)).Distinct().ToList();
        examples = Pack(chosen.ConvertAll(row => texts[row]), length);
        nearness = [.. Enumerable.Range(0, chosen.Count).Select(_ => new float[texts.Count]), [.. Enumerable.Repeat(1f, texts.Count)]];
        Parallel.For(0, texts.Count, text =>
        {
            Span<float> row = stackalloc float[chosen.Count];
            examples.Compare(texts[text], row);
            for (var example = 0; example < row.Length; example++)
                nearness[example][text] = row[example];
        });
        own = [.. chosen.Select((_, one) => chosen.Select(other => (double)nearness[one][other]).ToArray())];
    }

    /// <summary>Learned from all texts but those held back.</summary>
    public Likeness Fit(Func<int, bool> isHeldBack)
    {
        var votes = Solve(isHeldBack);
        return new Likeness(
            examples.Length, examples.Examples, examples.Scales,
            [.. Enumerable.Range(0, own.Length).Select(row => votes.Select(outcome => (float)outcome[row]).ToArray())],
            [.. votes.Select(outcome => (float)outcome[^1])]);
    }

    private double[][] Solve(Func<int, bool> isHeldBack)
    {
        var size = nearness.Length;
        var sums = new double[size][];
        var goals = new double[outcomeCount][];
        float[] counts = [.. weights.Select((weight, text) => isHeldBack(text) ? 0 : weight)];
        Parallel.For(0, size, one =>
        {
            var weighed = new float[counts.Length];
            TensorPrimitives.Multiply(nearness[one], counts, weighed);
            sums[one] = new double[size];
            for (var other = 0; other <= one; other++)
                sums[one][other] = TensorPrimitives.Dot<float>(weighed, nearness[other]) + (Pull * Likeness(one, other));
        });
        for (var outcome = 0; outcome < outcomeCount; outcome++)
        {
            float[] sides = [.. outcomes.Select((real, text) => real == outcome ? counts[text] : -counts[text])];
            goals[outcome] = [.. nearness.Select(row => (double)TensorPrimitives.Dot<float>(row, sides))];
        }
        Cholesky.Solve(sums, goals);
        return goals;

        double Likeness(int one, int other) => (one < own.Length && other < own.Length ? own[one][other] : one == other ? 1 : 0) + (one == other ? Firmness : 0);
    }

    private static Likeness Pack(List<float[]> texts, int length)
    {
        var (bytes, scales) = (new sbyte[texts.Count * length], new float[texts.Count]);
        for (var row = 0; row < texts.Count; row++)
        {
            scales[row] = Math.Max(1e-9f, TensorPrimitives.MaxMagnitude<float>(texts[row].AsSpan(0, length))) / sbyte.MaxValue;
            for (var at = 0; at < length; at++)
                bytes[(row * length) + at] = (sbyte)MathF.Round(texts[row][at] / scales[row]);
        }
        return new Likeness(length, bytes, scales, [], []);
    }
}
