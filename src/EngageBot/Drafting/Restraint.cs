using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Knows when no reply is the kinder answer.</summary>
internal static class Restraint
{
    private const int ShortGoodbye = 7;

    /// <summary>Null when a reply is worth proposing.</summary>
    public static string? ReasonToLetBe(Post post, Understanding understanding, Talk talk) => understanding.Intent switch
    {
        Intent.Abuse => "It insults; silence answers it best.",
        Intent.Spam => "It advertises; nobody waits for an answer.",
        Intent.Aside => "It names us but does not talk to us.",
        Intent.Thanks or Intent.Chat when talk.OurTurns > 0 && IsGoodbye(post.Text) => "They closed the talk kindly; it needs no last word from us.",
        _ => null,
    };

    private static bool IsGoodbye(string text)
    {
        var tokens = Tokenizer.Split(text);
        return tokens.Count(token => token.Kind is TokenKind.Word or TokenKind.Number) <= ShortGoodbye
            && !tokens.Any(token => token is { Kind: TokenKind.Mark, Text: "?" });
    }
}
