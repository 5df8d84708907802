namespace EngageBot.Desk.Verbs;

/// <summary>How well a few typed letters fit a name: <c>lb</c> fits <c>Let be</c>.</summary>
internal static class Fuzzy
{
    /// <summary>Null when its letters do not stand in the name in this order; else the higher the better.</summary>
    public static int? Score(string typed, string name)
    {
        var (score, at, streak) = (0, 0, false);
        foreach (var letter in typed.Where(letter => !char.IsWhiteSpace(letter)))
        {
            var found = Next(name, letter, at, streak);
            if (found < 0)
                return null;
            streak = found == at;
            score += Begins(name, found) ? 8 : streak ? 5 : 1;
            at = found + 1;
        }
        return (score * 4) - name.Length;
    }

    // A letter that goes on where the last one stood is best, then one that begins a word.
    private static int Next(string name, char letter, int from, bool streak)
    {
        if (streak && from < name.Length && Same(name[from], letter))
            return from;
        for (var at = from; at < name.Length; at++)
            if (Same(name[at], letter) && Begins(name, at))
                return at;
        for (var at = from; at < name.Length; at++)
            if (Same(name[at], letter))
                return at;
        return -1;
    }

    private static bool Begins(string name, int at) => at == 0 || !char.IsLetterOrDigit(name[at - 1]);

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
