using System.Numerics;
using EngageBot.Language.Encoder;

namespace EngageBot.Language.Search;

/// <summary>Compares texts by what they mean. The vector of a text is made when it is first needed, and kept, a byte a number.</summary>
internal sealed class MeaningIndex(IReadOnlyList<string> texts, SentenceEncoder encoder)
{
    // the numbers of a vector of length 1 hardly leave this range; one that does is cut
    private const float Largest = 0.25f;
    private const float Step = Largest / sbyte.MaxValue;

    private readonly sbyte[]?[] vectors = new sbyte[texts.Count][];

    /// <summary>What a text means, as <see cref="Likeness"/> wants it.</summary>
    public sbyte[] VectorOf(string text)
    {
        Span<float> vector = stackalloc float[SentenceEncoder.Dimensions];
        encoder.Encode(PlainWords.Of(text), vector);
        var bytes = new sbyte[SentenceEncoder.Dimensions];
        for (var index = 0; index < bytes.Length; index++)
            bytes[index] = (sbyte)MathF.Round(Math.Clamp(vector[index], -Largest, Largest) / Step);
        return bytes;
    }

    /// <summary>The cosine of a question's vector and a document, about -1 to 1.</summary>
    public float Likeness(ReadOnlySpan<sbyte> question, int document) =>
        // two threads may make the same vector twice; both are equal, and either may stay
        Dot(question, vectors[document] ??= VectorOf(texts[document])) * Step * Step;

    /// <summary>Makes all vectors that are missing yet.</summary>
    public void WarmUp(CancellationToken cancellationToken)
    {
        for (var document = 0; document < vectors.Length && !cancellationToken.IsCancellationRequested; document++)
            vectors[document] ??= VectorOf(texts[document]);
    }

    private static int Dot(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right)
    {
        var sum = Vector<int>.Zero;
        for (var index = 0; index < left.Length; index += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(left[index..]), out var leftLow, out var leftHigh);
            Vector.Widen(new Vector<sbyte>(right[index..]), out var rightLow, out var rightHigh);
            // two products of 127 by 127 still fit into 16 bits
            Vector.Widen((leftLow * rightLow) + (leftHigh * rightHigh), out var low, out var high);
            sum += low + high;
        }
        return Vector.Sum(sum);
    }
}
