using System.Collections.Concurrent;
using EngageBot.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Language.Encoder;

/// <summary>One encoder for each width that this processor has.</summary>
internal static class Encoders
{
    private static readonly ConcurrentDictionary<VectorWidth, SentenceEncoder> Loaded = new();

    public static SentenceEncoder Widest => Of(VectorWidths.Widest);

    public static TheoryData<int> Widths { get; } = [.. VectorWidths.Here.Select(width => (int)width)];

    public static SentenceEncoder Of(VectorWidth width) => Loaded.GetOrAdd(width, wanted => SentenceEncoder.Load(width: wanted));

    public static float[] VectorOf(this SentenceEncoder encoder, string text)
    {
        var vector = new float[SentenceEncoder.Dimensions];
        encoder.Encode(text, vector);
        return vector;
    }

    public static float[] TraitsOf(this SentenceEncoder encoder, string text)
    {
        var (vector, traits) = (new float[SentenceEncoder.Dimensions], new float[SentenceEncoder.Traits]);
        encoder.Encode(text, vector, traits);
        return traits;
    }

    public static double Length(ReadOnlySpan<float> vector)
    {
        var sum = 0.0;
        foreach (var number in vector)
            sum += (double)number * number;
        return Math.Sqrt(sum);
    }
}
