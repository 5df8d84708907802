using EngageBot.Language;

namespace EngageBot.Drafting;

/// <summary>Whether a text asks something, with or without a question mark.</summary>
internal static class Asking
{
    private static readonly HashSet<string> Openers =
    [
        "how", "what", "what's", "whats", "when", "when's", "where", "where's", "which", "who", "why", "is", "are", "do", "does", "did", "can",
        "could", "will", "would", "should", "has", "have", "any", "anything",
    ];

    public static bool In(string text)
    {
        var begins = true;
        foreach (var token in Tokenizer.Split(text))
        {
            if (token is { Kind: TokenKind.Mark, Text: "?" } || (begins && token.Kind == TokenKind.Word && Openers.Contains(token.Text)))
                return true;
            // a handle in front begins nothing, a mark ends a sentence
            begins = token.Kind is TokenKind.Handle or TokenKind.Mark;
        }
        return false;
    }
}
