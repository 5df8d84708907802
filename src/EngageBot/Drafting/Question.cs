using EngageBot.Conversing;
using EngageBot.Language;

namespace EngageBot.Drafting;

/// <summary>What somebody asked, short enough to be said back to them when the answer comes a day later.</summary>
internal static class Question
{
    private const int Longest = 80;

    /// <summary>Nobody could find out what is asked here: "and how much is it?" names nothing.</summary>
    public static bool SaysTooLittle(string text) =>
        text.Contains('?', StringComparison.Ordinal)
        && !Telling.WordsOf(text).Any() && !Tokenizer.Split(text).Any(token => token.Kind == TokenKind.Link);

    /// <summary>The first question in their own words; nothing when it is long or more than plain words.</summary>
    public static string Of(string text)
    {
        var end = text.IndexOf('?', StringComparison.Ordinal);
        if (end < 0)
            return "";
        var start = text.LastIndexOfAny(['.', '!', '?', '\n', ':'], Math.Max(0, end - 1)) + 1;
        foreach (var token in Tokenizer.Split(text))
            if (token.Kind is TokenKind.Handle or TokenKind.Emoji && token.Start < end)
                start = Math.Max(start, token.End);
        var question = text[start..(end + 1)].Trim(' ', ',', '-', '!');
        return question.Length is > 1 and <= Longest ? PlainText.OrNothing(question) : "";
    }
}
