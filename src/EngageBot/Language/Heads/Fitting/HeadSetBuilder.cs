using EngageBot.Language.Features;

namespace EngageBot.Language.Heads.Fitting;

/// <summary>Packs fitted models into heads: a byte for each weight.</summary>
internal static class HeadSetBuilder
{
    public static HeadSet Build(Vocabulary vocabulary, IReadOnlyList<FittedHead> heads, Blend? blend = null, Likeness? likeness = null)
    {
        var buckets = Enumerable.Range(0, GramBag.Buckets).Where(bucket => vocabulary.Rarities[bucket] > 0).ToArray();
        var scales = heads.Select(head => buckets.Max(bucket => MathF.Abs(head.Model.Sparse[bucket])) / sbyte.MaxValue).ToArray();
        var weights = new sbyte[buckets.Length * heads.Count];
        for (var row = 0; row < buckets.Length; row++)
            for (var head = 0; head < heads.Count; head++)
                weights[(row * heads.Count) + head] = scales[head] == 0
                    ? (sbyte)0
                    : (sbyte)MathF.Round(heads[head].Model.Sparse[buckets[row]] / scales[head]);
        var shapes = new HeadShapes(
            [.. heads.Select(head => head.Name)],
            [.. heads.Select(head => head.Model.Bias)],
            scales,
            [.. heads.Select(head => head.Model.Dense)],
            [.. heads.Select(head => head.Calibration)]);
        return new HeadSet(shapes, buckets, [.. buckets.Select(bucket => vocabulary.Rarities[bucket])], weights) { Blend = blend, Likeness = likeness };
    }
}

/// <summary>A model with its name and its calibration.</summary>
internal sealed record FittedHead(string Name, LinearModel Model, Calibration Calibration);
