using EngageBot.Language;

namespace EngageBot.Conversing;

/// <summary>Hears when a talk has come to its natural end: a kind last word, a goodbye, a smile.</summary>
internal static class Endings
{
    private const int LongestGoodbye = 14;
    private const int MostOtherWords = 1;

    // as people write who are already on their way
    private static readonly Dictionary<string, string> Thumbed = new(StringComparer.Ordinal) { ["u"] = "you", ["2"] = "to", ["c"] = "see", ["4"] = "for", ["gd"] = "good", ["nite"] = "night", ["tmrw"] = "tomorrow" };

    private static readonly IReadOnlyDictionary<string, PhraseList> Heard = PhraseFile.Read("endings");

    /// <summary>Why nothing more is wanted, in a sentence for the desk; null while the talk is open.</summary>
    public static string? ReasonIn(string text)
    {
        var tokens = Tokenizer.Split(text);
        if (tokens.Any(token => token.Kind == TokenKind.Link || token is { Kind: TokenKind.Mark, Text: "?" }))
            return null;
        IReadOnlyList<string> words = [.. PhraseList.WordsOf(text).Select(word => Thumbed.GetValueOrDefault(word, word))];
        if (words.Count == 0)
            return tokens.Any(token => token.Kind == TokenKind.Emoji) ? "They smiled; that needs no answer." : null;
        if (words.Count > LongestGoodbye)
            return null;
        var (closers, others) = (0, 0);
        for (var index = 0; index < words.Count;)
        {
            if (Heard["farewells"].LengthAt(words, index) > 0)
                return "They said goodbye; the talk ends well without us.";
            var (closer, filler) = (Heard["closers"].LengthAt(words, index), Heard["fillers"].LengthAt(words, index));
            (closers, others) = (closers + (closer > 0 ? 1 : 0), others + (closer + filler > 0 ? 0 : 1));
            index += Math.Max(1, Math.Max(closer, filler));
        }
        return closers > 0 && others <= MostOtherWords ? "They closed the talk kindly; it needs no last word from us." : null;
    }
}
