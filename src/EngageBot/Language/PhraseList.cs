namespace EngageBot.Language;

/// <summary>
/// Phrases to listen for, one a line: <c>^</c> and <c>$</c> are the first and the last word, alternatives stand in brackets,
/// <c>*</c> is any one word.
/// </summary>
/// <param name="lines">The phrases.</param>
/// <param name="forgiving">Hears long words with one letter mistyped, too.</param>
internal sealed class PhraseList(IEnumerable<string> lines, bool forgiving = false)
{
    private readonly string[][][] phrases =
        [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line.Split(' ').Select(word => word.Trim('[', ']').Split('|')).ToArray())];

    /// <summary>The words of a text as phrases see them: no handles, marks or links.</summary>
    public static IReadOnlyList<string> WordsOf(string text) =>
        [.. Tokenizer.Split(text).Where(token => token.Kind is TokenKind.Word or TokenKind.Number).Select(token => token.Text)];

    public bool StandsIn(IReadOnlyList<string> words)
    {
        for (var start = 0; start < words.Count; start++)
            if (LengthAt(words, start) > 0)
                return true;
        return false;
    }

    /// <summary>How many words the longest phrase takes that begins here; 0 for none.</summary>
    public int LengthAt(IReadOnlyList<string> words, int start)
    {
        var longest = 0;
        foreach (var phrase in phrases)
            longest = Math.Max(longest, LengthAt(phrase, words, start));
        return longest;
    }

    private int LengthAt(string[][] phrase, IReadOnlyList<string> words, int start)
    {
        var index = start;
        foreach (var choice in phrase)
        {
            var stands = choice[0] switch
            {
                "^" => start == 0,
                "$" => index == words.Count,
                "*" => index < words.Count,
                _ => index < words.Count && Stands(words[index], choice),
            };
            if (!stands)
                return 0;
            index += choice[0] is "^" or "$" ? 0 : 1;
        }
        return index - start;
    }

    private bool Stands(string word, string[] choice) =>
        choice.Contains(word, StringComparer.Ordinal) || (forgiving && Array.Exists(choice, meant => Slip.Matches(word, meant)));
}
