using System.Numerics;
using System.Runtime.InteropServices;

namespace EngageBot.Language.Heads;

/// <summary>
/// Examples that a text is held against: the nearer it lies to one, the more that one's votes count. This hears what no straight line
/// can tell apart. Any number of threads may share it.
/// </summary>
internal sealed class Likeness
{
    /// <summary>How quickly an example loses its say with the distance.</summary>
    public const float Sharpness = 0.9f;

    private readonly int width; // of a row, whole vectors
    private readonly sbyte[] rows;
    private readonly float[] squares;

    /// <param name="length">Numbers of an example.</param>
    /// <param name="examples">One after the other, to be multiplied by the example's scale.</param>
    /// <param name="votes">For each example a number for each outcome.</param>
    public Likeness(int length, sbyte[] examples, float[] scales, float[][] votes, float[] biases)
    {
        (Length, Examples, Scales, Votes, Biases) = (length, examples, scales, votes, biases);
        width = (length + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
        (rows, squares) = (new sbyte[width * scales.Length], new float[scales.Length]);
        for (var row = 0; row < scales.Length; row++)
        {
            var example = examples.AsSpan(row * length, length);
            example.CopyTo(rows.AsSpan(row * width));
            foreach (var number in example)
                squares[row] += scales[row] * number * scales[row] * number;
        }
    }

    public int Length { get; }

    public sbyte[] Examples { get; }

    public float[] Scales { get; }

    public float[][] Votes { get; }

    public float[] Biases { get; }

    public int Outcomes => Biases.Length;

    /// <summary>The sum of the votes for each outcome.</summary>
    public void Score(ReadOnlySpan<float> dense, Span<float> scores)
    {
        Span<float> nearness = stackalloc float[Scales.Length];
        Compare(dense, nearness);
        Biases.CopyTo(scores);
        for (var row = 0; row < nearness.Length; row++)
            for (var outcome = 0; outcome < Votes[row].Length; outcome++)
                scores[outcome] += nearness[row] * Votes[row][outcome];
    }

    /// <summary>How near a text lies to each example: 1 where they are the same, towards 0 with the distance.</summary>
    public void Compare(ReadOnlySpan<float> dense, Span<float> nearness)
    {
        Span<float> text = stackalloc float[width];
        text.Clear();
        dense[..Length].CopyTo(text);
        var square = Lanes.Dot(text, text);
        for (var row = 0; row < nearness.Length; row++)
        {
            var dot = Scales[row] * Dot(MemoryMarshal.Cast<float, Vector<float>>(text), MemoryMarshal.Cast<sbyte, Vector<sbyte>>(rows.AsSpan(row * width, width)));
            nearness[row] = MathF.Exp(-Sharpness * (square + squares[row] - (2 * dot)));
        }
    }

    // the bytes of one vector become the numbers of four
    private static float Dot(ReadOnlySpan<Vector<float>> text, ReadOnlySpan<Vector<sbyte>> example)
    {
        var (first, second, third, fourth) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var at = 0; at < example.Length; at++)
        {
            Vector.Widen(example[at], out var low, out var high);
            Vector.Widen(low, out var one, out var two);
            Vector.Widen(high, out var three, out var four);
            first += Vector.ConvertToSingle(one) * text[4 * at];
            second += Vector.ConvertToSingle(two) * text[(4 * at) + 1];
            third += Vector.ConvertToSingle(three) * text[(4 * at) + 2];
            fourth += Vector.ConvertToSingle(four) * text[(4 * at) + 3];
        }
        return Vector.Sum(first + second + third + fourth);
    }
}
