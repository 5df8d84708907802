namespace EngageBot.Desk.Together;

/// <summary>Finds colleagues who are called by their name in a note: <c>@Ana</c>.</summary>
internal static class Naming
{
    /// <summary>The text in order, names apart; the longest name that fits counts.</summary>
    public static IEnumerable<(string Text, bool IsName)> Split(string text, IReadOnlyList<string> colleagues)
    {
        var begun = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var name = colleagues.Where(name => IsNamed(text, at + 1, name)).MaxBy(name => name.Length);
            if (name is null)
                continue;
            if (at > begun)
                yield return (text[begun..at], false);
            begun = at + 1 + name.Length;
            yield return (text[at..begun], true);
        }
        if (begun < text.Length)
            yield return (text[begun..], false);
    }

    private static bool IsNamed(string text, int at, string name) =>
        string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
}
