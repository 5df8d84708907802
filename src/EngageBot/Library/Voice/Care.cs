using EngageBot.Language;

namespace EngageBot.Library.Voice;

/// <summary>A complaint wants calm: an apology or a way to help, no jokes, no sparkle.</summary>
internal static class Care
{
    public static void Add(Tally tally, Speech speech, Findings found)
    {
        tally.Add(LintRule.Joke, found.Of(LintRule.Joke.Key));
        tally.Add(LintRule.Emoji, Places(speech, token => token.Kind == TokenKind.Emoji));
        tally.Add(LintRule.Exclaims, Places(speech, token => token is { Kind: TokenKind.Mark, Text: "!" }));
        tally.Add(LintRule.Apology, found.Of(LintRule.Apology.Key).Take(1));
        tally.Add(LintRule.Help, found.Of(LintRule.Help.Key).Take(1));
        if (!found.Has(LintRule.Apology.Key) && !found.Has(LintRule.Help.Key))
            tally.Add(LintRule.Cold, "neither sorry nor a way to help");
    }

    private static IEnumerable<Span> Places(Speech speech, Func<Token, bool> wanted) => speech.Tokens.Where(wanted).Select(token => new Span(token.Start, token.End));
}
