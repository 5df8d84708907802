using EngageBot.Language;

namespace EngageBot.Reading;

/// <summary>Cuts passages worth quoting out of a mention: never across the end of a sentence, a link or a name.</summary>
internal sealed class Passages(string text, Utterance mention)
{
    private const int MostWords = 12;

    // twelve words have room in it, unless somebody leans on a key
    private const int MostLetters = 140;

    private readonly IReadOnlyList<Token> tokens = mention.Tokens;

    /// <summary>Every clause of two words or more.</summary>
    public IEnumerable<Passage> Clauses()
    {
        for (var first = 0; first < tokens.Count;)
        {
            var last = EndOf(first);
            if (last - first >= 1)
                yield return Cut(first, last, first);
            first = Math.Max(last, first) + 1;
        }
    }

    /// <summary>The clause around words that were found, or the part of it near them.</summary>
    public Passage Around(Find find)
    {
        var (first, last) = (mention.Places[find.First], mention.Places[find.Last]);
        while (first < last && !IsWord(first))
            first++;
        while (last > first && !IsWord(last))
            last--;
        var (start, end) = (first, last);
        while (start > 0 && IsWord(start - 1))
            start--;
        while (end + 1 < tokens.Count && IsWord(end + 1))
            end++;
        return Cut(start, end, first, last);
    }

    /// <summary>Each sentence that ends with a question mark or begins as questions do.</summary>
    public IEnumerable<Passage> Questions() => Marked().Concat(Clauses().Where(clause => Utterance.BeginsQuestion(tokens[clause.First].Text)));

    private IEnumerable<Passage> Marked()
    {
        for (var mark = 1; mark < tokens.Count; mark++)
        {
            if (tokens[mark] is not { Kind: TokenKind.Mark, Text: "?" })
                continue;
            var (first, last) = (mark, mark - 1);
            while (first > 0 && (IsWord(first - 1) || tokens[first - 1] is { Kind: TokenKind.Mark, Text: "," or "\"" or "“" or "”" or "-" or "–" }))
                first--;
            while (first < last && !IsWord(first))
                first++;
            if (last > first)
                yield return Cut(first, last, first);
        }
    }

    private int EndOf(int first)
    {
        var end = first;
        while (end < tokens.Count && IsWord(end))
            end++;
        return end - 1;
    }

    // a long clause is cut: it begins a little before what it is quoted for
    private Passage Cut(int start, int end, int from, int? to = null)
    {
        var (first, last) = (start, end);
        if (end - start >= MostWords)
        {
            first = from == start ? start : Math.Max(start, from - 1);
            last = Math.Max(to ?? from, Math.Min(end, first + MostWords - 1));
            first = Math.Max(start, Math.Min(first, last - MostWords + 1));
        }
        var closes = last == end && last + 1 < tokens.Count && tokens[last + 1] is { Kind: TokenKind.Mark, Text: "?" };
        var words = Shorten(text[tokens[first].Start..tokens[closes ? last + 1 : last].End].Replace('\n', ' '));
        return new Passage(first, last, $"{(first > start ? "…" : "")}{words}{(last < end ? "…" : "")}");
    }

    private static string Shorten(string words) =>
        words.Length <= MostLetters ? words : string.Concat(words.EnumerateRunes().Take(MostLetters)) + "…";

    private bool IsWord(int place) => tokens[place].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Hashtag;
}

/// <summary>A piece of a mention.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
internal readonly record struct Passage(int First, int Last, string Text)
{
    public int Words => Last - First + 1;

    public bool Overlaps(Passage other) => First <= other.Last && other.First <= Last;
}
