namespace EngageBot.Language;

/// <summary>Whether a word is another one typed in haste.</summary>
internal static class Slip
{
    // Shorter words are too often other words: "rest" and "test", "step" and "stop".
    private const int Shortest = 6;

    /// <summary>True for the same word, and for a long one with one letter missing, added, wrong or swapped with its neighbour; the first is always right.</summary>
    public static bool Matches(string typed, string meant)
    {
        if (typed == meant)
            return true;
        if (meant.Length < Shortest || Math.Abs(typed.Length - meant.Length) > 1 || typed.Length < 2 || typed[0] != meant[0])
            return false;
        var same = typed.AsSpan().CommonPrefixLength(meant);
        return typed.Length.CompareTo(meant.Length) switch
        {
            < 0 => Rest(typed, same) == Rest(meant, same + 1),
            > 0 => Rest(typed, same + 1) == Rest(meant, same),
            _ => Rest(typed, same + 1) == Rest(meant, same + 1) || IsSwapped(typed, meant, same),
        };
    }

    private static bool IsSwapped(string typed, string meant, int at) =>
        at + 1 < typed.Length && typed[at] == meant[at + 1] && typed[at + 1] == meant[at] && Rest(typed, at + 2) == Rest(meant, at + 2);

    private static string Rest(string word, int from) => word[Math.Min(from, word.Length)..];
}
