using EngageBot.Language.Features;

namespace EngageBot.Language.Heads.Fitting;

/// <summary>The hashed features of one text, kept for learning.</summary>
internal sealed record GramCounts(int[] Buckets, int[] Times)
{
    public static GramCounts Of(GramBag bag)
    {
        var (buckets, times) = (new int[bag.Count], new int[bag.Count]);
        for (var index = 0; index < bag.Count; index++)
            (buckets[index], times[index]) = bag[index];
        return new GramCounts(buckets, times);
    }

    /// <summary>The features as they were read.</summary>
    public GramBag Bag()
    {
        var bag = new GramBag();
        for (var index = 0; index < Buckets.Length; index++)
            bag.Add(Buckets[index], Times[index]);
        return bag;
    }
}
