namespace EngageBot.Benchmarks.Faults;

/// <summary>Which faults a run meets: they come in turn, by the seed, so that all come equally often and in ever new company.</summary>
internal sealed class Schedule(int seed, Catalogue catalogue, int replicas)
{
    private static readonly string[] Steps = Catalogue.Steps;

    public IReadOnlyList<Fault> Faults { get; } = [.. Chosen(seed, catalogue).Distinct()];

    /// <summary>The steps at which somebody is killed: with two replicas one each, alone a second one now and then.</summary>
    public IReadOnlyList<string> Killing { get; } = replicas > 1
        ? [Steps[seed % Steps.Length], Steps[(seed + 1 + (seed / Steps.Length % (Steps.Length - 1))) % Steps.Length]]
        : [.. new[] { Steps[seed % Steps.Length] }.Concat(seed % 3 == 0 ? [Steps[(seed + 1 + (seed / (3 * Steps.Length) % (Steps.Length - 1))) % Steps.Length]] : [])];

    /// <summary>What the run is to meet, in the words of the report.</summary>
    public IEnumerable<string> Names => Faults.Select(fault => fault.Name).Concat(Killing.Select(Catalogue.KilledAt));

    private static IEnumerable<Fault> Chosen(int seed, Catalogue catalogue)
    {
        var (posts, pages, timelines, around) = (Catalogue.OfPosts, Catalogue.OfPages, Catalogue.OfTimelines, catalogue.Surroundings);
        yield return posts[seed % posts.Count];
        yield return posts[(seed + 1 + (seed / posts.Count % (posts.Count - 1))) % posts.Count];
        yield return pages[(seed + (seed / Steps.Length)) % pages.Count];
        if (seed % 3 == 1)
            yield return pages[seed / 3 % pages.Count];
        yield return around[(seed + (seed / posts.Count)) % around.Count];
        yield return seed % 2 == 1 ? around[((seed / 2 * 7) + 3) % around.Count] : timelines[seed / 2 % timelines.Count];
    }
}
