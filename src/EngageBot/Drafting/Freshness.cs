using EngageBot.Language;

namespace EngageBot.Drafting;

/// <summary>Knows what we said before: X refuses the same text twice, and people notice nearly the same.</summary>
internal sealed class Freshness
{
    private const double TooClose = 0.75;
    private const int LookBack = 12;

    private readonly HashSet<string> said = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> recent = [];

    public Freshness(IReadOnlyList<string> ourWords)
    {
        foreach (var text in ourWords)
        {
            var words = WordsOf(text);
            said.Add(string.Join(' ', words));
            if (recent.Count < LookBack)
                recent.Add([.. words]);
        }
    }

    /// <summary>Whether we said just that, handles and punctuation aside.</summary>
    public bool WasSaid(string text) => said.Contains(string.Join(' ', WordsOf(text)));

    public bool IsCloseToSaid(string text)
    {
        if (recent.Count == 0)
            return false;
        var words = WordsOf(text).ToHashSet(StringComparer.Ordinal);
        return recent.Exists(earlier => earlier.Count(words.Contains) is var shared && shared > TooClose * (earlier.Count + words.Count - shared));
    }

    private static List<string> WordsOf(string text) =>
        [.. Tokenizer.Split(text).Where(token => token.Kind is not (TokenKind.Handle or TokenKind.Mark)).Select(token => token.Text)];
}
