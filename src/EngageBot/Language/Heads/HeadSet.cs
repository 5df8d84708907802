using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EngageBot.Language.Features;

namespace EngageBot.Language.Heads;

/// <summary>Linear heads over one vocabulary: a text's features in, a score for each head out. Any number of threads may share it.</summary>
internal sealed class HeadSet
{
    private readonly int[] rowOf = new int[GramBag.Buckets]; // row + 1, or 0

    public HeadSet(HeadShapes heads, int[] buckets, float[] rarities, sbyte[] weights)
    {
        (Heads, Buckets, Rarities, Weights) = (heads, buckets, rarities, weights);
        for (var row = 0; row < buckets.Length; row++)
            rowOf[buckets[row]] = row + 1;
    }

    public HeadShapes Heads { get; }

    /// <summary>What the heads say together, where that was fitted.</summary>
    public Blend? Blend { get; init; }

    /// <summary>What likeness to examples says, where that was fitted; the blend weighs it after the heads.</summary>
    public Likeness? Likeness { get; init; }

    /// <summary>How many scores there are for the blend.</summary>
    public int Scores => Heads.Count + (Likeness?.Outcomes ?? 0);

    /// <summary>The buckets with weights, rising.</summary>
    public int[] Buckets { get; }

    /// <summary>How telling each bucket is, by row.</summary>
    public float[] Rarities { get; }

    /// <summary>Row after row, a number for each head, to be multiplied by the head's scale.</summary>
    public sbyte[] Weights { get; }

    /// <summary>Adds up the score of each head.</summary>
    public void Score(GramBag bag, ReadOnlySpan<float> dense, Span<float> scores)
    {
        scores = scores[..Heads.Count];
        scores.Clear();
        var norm = 0f;
        for (var index = 0; index < bag.Count; index++)
        {
            var (bucket, times) = bag[index];
            var row = rowOf[bucket] - 1;
            if (row < 0)
                continue;
            var value = (times == 1 ? 1 : 1 + MathF.Log(times)) * Rarities[row];
            norm += value * value;
            var weights = Weights.AsSpan(row * scores.Length, scores.Length);
            for (var head = 0; head < weights.Length; head++)
                scores[head] += value * weights[head];
        }
        var scale = norm > 0 ? 1 / MathF.Sqrt(norm) : 0;
        for (var head = 0; head < scores.Length; head++)
            scores[head] = (scores[head] * scale * Heads.Scales[head]) + Heads.Biases[head] + Lanes.Dot(Heads.Dense[head], dense);
    }

    /// <summary>Fills all scores that the blend weighs.</summary>
    public void ScoreAll(GramBag bag, ReadOnlySpan<float> dense, Span<float> scores)
    {
        Score(bag, dense, scores);
        Likeness?.Score(dense, scores[Heads.Count..]);
    }

    /// <summary>The same for the same weights only.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<sbyte>(Weights));
        hash.AppendData(MemoryMarshal.AsBytes<float>(Heads.Biases));
        hash.AppendData(MemoryMarshal.AsBytes<Calibration>(Heads.Calibrations));
        foreach (var row in Heads.Dense.Concat(Blend?.Weights ?? []).Concat(Likeness?.Votes ?? []))
            hash.AppendData(MemoryMarshal.AsBytes<float>(row));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
