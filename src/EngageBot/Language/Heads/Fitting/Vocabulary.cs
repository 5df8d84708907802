using EngageBot.Language.Features;

namespace EngageBot.Language.Heads.Fitting;

/// <summary>Which buckets are worth a weight, and how telling each is: those that at least two texts fell into.</summary>
internal sealed class Vocabulary
{
    private const int Fewest = 2;

    private Vocabulary(float[] rarities) => Rarities = rarities;

    /// <summary>Inverse document frequency by bucket; 0 where the bucket is left out.</summary>
    public float[] Rarities { get; }

    public static Vocabulary Of(IReadOnlyList<GramCounts> texts)
    {
        var frequencies = new int[GramBag.Buckets];
        foreach (var text in texts)
            foreach (var bucket in text.Buckets)
                frequencies[bucket]++;
        var rarities = new float[GramBag.Buckets];
        for (var bucket = 0; bucket < rarities.Length; bucket++)
            if (frequencies[bucket] >= Fewest)
                rarities[bucket] = MathF.Log((1f + texts.Count) / (1f + frequencies[bucket])) + 1;
        return new Vocabulary(rarities);
    }

    /// <summary>Weighs a text's counts: log frequency times rarity, unit length.</summary>
    public Example Weigh(GramCounts text, float[] dense)
    {
        var buckets = text.Buckets.Where(bucket => Rarities[bucket] > 0).ToArray();
        var values = new float[buckets.Length];
        var (sum, next) = (0f, 0);
        for (var index = 0; index < text.Buckets.Length; index++)
        {
            var rarity = Rarities[text.Buckets[index]];
            if (rarity == 0)
                continue;
            values[next] = (1 + MathF.Log(text.Times[index])) * rarity;
            sum += values[next] * values[next];
            next++;
        }
        var scale = sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
        for (var index = 0; index < values.Length; index++)
            values[index] *= scale;
        return new Example(buckets, values, dense);
    }
}
