using System.Text;

namespace EngageBot.Sandbox.Followers;

/// <summary>Chance that repeats: the same seed rolls the same on every machine and in every version of .NET.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for a seed and some words (FNV-1a; string hash codes differ from run to run).</summary>
    public static Dice For(int seed, params ReadOnlySpan<string> words)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var word in words)
        {
            foreach (var letter in Encoding.UTF8.GetBytes(word))
                hash = (hash ^ letter) * 1099511628211UL;
            hash = (hash ^ 0xFF) * 1099511628211UL;
        }

        return new Dice(hash);
    }

    /// <summary>SplitMix64.</summary>
    public ulong Roll()
    {
        state += 0x9E3779B97F4A7C15UL;
        var roll = state;
        roll = (roll ^ (roll >> 30)) * 0xBF58476D1CE4E5B9UL;
        roll = (roll ^ (roll >> 27)) * 0x94D049BB133111EBUL;
        return roll ^ (roll >> 31);
    }

    public int Below(int limit) => (int)(Roll() % (ulong)limit);

    public double Unit() => (Roll() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
