using EngageBot.Language;

namespace EngageBot.Drafting;

/// <summary>Picks the few words of theirs that a reply can take up: what they thanked for or loved.</summary>
internal static class Echo
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Openers = ["loved", "love", "adored", "enjoyed", "enjoying", "for", "about", "loving", "be", "easy", "definitely", "probably", "mostly", "remember", "miss", "missed"];
    private static readonly HashSet<string> Articles = ["the", "that"];
    // "cried at the last letter"
    private static readonly HashSet<string> Moved = ["cried", "wept", "sobbed", "laughed", "howled", "gasped", "grinned", "jumped", "smiling"];
    // "the rain scene was unreal"
    private static readonly HashSet<string> Praising = ["was", "were", "is", "made", "had", "got"];

    private static readonly HashSet<string> Enders =
    [
        "and", "but", "so", "or", "last", "tonight", "today", "yesterday", "this", "on", "at", "from", "with", "who", "which",
        "that", "because", "when", "where", "while", "is", "was", "were", "are", "has", "had", "have", "made", "makes", "earlier",
        "just", "now", "i", "we", "you", "it", "they", "he", "she", "my", "your", "our", "very", "really", "too", "as", "if",
        "to", "by", "then", "after", "before", "during",
    ];

    // words that would read badly when we say them back
    private static readonly HashSet<string> Unfit =
    [
        "reply", "follow", "retweet", "rt", "like", "mention", "fav", "worst", "fact", "idea", "time", "way", "day", "night", "evening",
        "afternoon", "invite", "support", "love", "response", "info", "heads", "thing", "other", "only", "same", "one", "problem", "rest",
    ];

    /// <summary>Nothing when no words stand out or they are not plain.</summary>
    public static string Of(string text, string language)
    {
        if (language != "en")
            return "";
        var tokens = Tokenizer.Split(text);
        for (var index = 0; index + 2 < tokens.Count; index++)
            if (Opens(tokens, index) && Articles.Contains(tokens[index + 1].Text) && Phrase(text, tokens, index + 1, out _) is { Length: > 0 } phrase)
                return phrase;
        for (var index = 0; index + 2 < tokens.Count; index++)
            if (tokens[index].Text == "the" && (index == 0 || tokens[index - 1].Kind is TokenKind.Mark or TokenKind.Handle)
                && Phrase(text, tokens, index, out var after) is { Length: > 0 } praised && after < tokens.Count && Praising.Contains(tokens[after].Text))
                return praised;
        return "";
    }

    private static bool Opens(IReadOnlyList<Token> tokens, int index) =>
        tokens[index].Kind == TokenKind.Word
        && (Openers.Contains(tokens[index].Text) || (tokens[index].Text == "at" && index > 0 && Moved.Contains(tokens[index - 1].Text)));

    private static string Phrase(string text, IReadOnlyList<Token> tokens, int first, out int after)
    {
        var last = first;
        while (last + 1 < tokens.Count && last - first < MostWords && tokens[last + 1] is { Kind: TokenKind.Word } next
            && !Enders.Contains(next.Text) && tokens[last + 1].Start - tokens[last].End <= 1)
            last++;
        after = last + 1;
        if (last == first || last - first == MostWords || Unfit.Contains(tokens[last].Text))
            return "";
        var phrase = text[tokens[first].Start..tokens[last].End];
        return PlainText.IsPlain(phrase) ? "the" + phrase[tokens[first].Text.Length..] : "";
    }
}
