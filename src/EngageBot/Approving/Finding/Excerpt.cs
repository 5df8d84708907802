using EngageBot.Language;

namespace EngageBot.Approving.Finding;

/// <summary>Cuts a text around what was looked for and tells which words those are.</summary>
internal static class Excerpt
{
    private const int Before = 40;
    private const int Longest = 180;

    public static IReadOnlyList<ExcerptPart> Of(string text, SearchQuery query)
    {
        var words = Folding.Split(text);
        var hit = new bool[words.Count];
        for (var term = 0; term < query.Terms.Count; term++)
            Mark(words, hit, query.Terms[term], query.Beginning && term == query.Terms.Count - 1);
        var first = Array.IndexOf(hit, true);
        var (start, end) = Window(text, words, first < 0 ? 0 : words[first].Start);
        return [.. Parts(text, words, hit, start, end)];
    }

    private static void Mark(IReadOnlyList<Folded> words, bool[] hit, IReadOnlyList<string> term, bool beginning)
    {
        for (var start = 0; start + term.Count <= words.Count; start++)
        {
            if (Enumerable.Range(0, term.Count).All(index => Fits(words[start + index].Text, term[index], beginning && index == term.Count - 1)))
                hit.AsSpan(start, term.Count).Fill(true);
        }
    }

    private static bool Fits(string word, string wanted, bool beginning) => beginning ? word.StartsWith(wanted, StringComparison.Ordinal) : word == wanted;

    /// <summary>Whole words, from a little before the first that was looked for.</summary>
    private static (int Start, int End) Window(string text, IReadOnlyList<Folded> words, int around)
    {
        if (text.Length <= Longest)
            return (0, text.Length);
        var start = around <= Before ? 0 : words.First(word => word.Start >= around - Before).Start;
        var end = text.Length - start <= Longest ? text.Length : words.Where(word => word.End <= start + Longest).Select(word => word.End).DefaultIfEmpty(text.Length).Max();
        return (start, Math.Max(start, end));
    }

    private static IEnumerable<ExcerptPart> Parts(string text, IReadOnlyList<Folded> words, bool[] hit, int start, int end)
    {
        if (start > 0)
            yield return new ExcerptPart("… ", false);
        var at = start;
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (!hit[index] || word.Start < start || word.End > end)
                continue;
            if (word.Start > at)
                yield return new ExcerptPart(text[at..word.Start], false);
            yield return new ExcerptPart(text[word.Start..word.End], true);
            at = word.End;
        }
        if (at < end)
            yield return new ExcerptPart(text[at..end], false);
        if (end < text.Length)
            yield return new ExcerptPart(" …", false);
    }
}
