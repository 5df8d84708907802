using System.Collections.Concurrent;

namespace EngageBot.Benchmarks.Faults;

/// <summary>How often each fault struck, over all runs.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> hits = new();

    public IReadOnlyList<KeyValuePair<string, int>> Hits => [.. hits.OrderBy(hit => hit.Key, StringComparer.Ordinal)];

    public int Of(string fault) => hits.GetValueOrDefault(fault);

    public void Hit(string fault, int times = 1)
    {
        if (times > 0)
            hits.AddOrUpdate(fault, times, (_, before) => before + times);
    }

    public void Add(Tally other)
    {
        foreach (var (fault, times) in other.hits)
            Hit(fault, times);
    }
}
