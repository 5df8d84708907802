using EngageBot.Language;

namespace EngageBot.Drafting;

/// <summary>Every few words in a row that somebody has heard from us.</summary>
internal sealed class HeardPhrases
{
    private const int Run = 5;

    private readonly HashSet<string> runs = new(StringComparer.Ordinal);

    public HeardPhrases(IReadOnlyList<string> heard)
    {
        foreach (var text in heard)
            runs.UnionWith(RunsOf(text));
    }

    /// <summary>Whether one of them stands in a text, outside the facts that it tells.</summary>
    public bool HoldAny(string text, string facts)
    {
        if (runs.Count == 0)
            return false;
        var told = facts.Length == 0 ? [] : RunsOf(facts).ToHashSet(StringComparer.Ordinal);
        return RunsOf(text).Any(run => runs.Contains(run) && !told.Contains(run));
    }

    private static IEnumerable<string> RunsOf(string text)
    {
        var words = PhraseList.WordsOf(text);
        for (var first = 0; first + Run <= words.Count; first++)
            yield return string.Join(' ', words.Skip(first).Take(Run));
    }
}
