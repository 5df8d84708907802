using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>What no draft may do, wherever its words come from.</summary>
internal static class Manners
{
    /// <summary>No exclamation mark at a complaint, nobody called in who was not in the talk, and what X takes of cashtags.</summary>
    public static bool Allow(string text, Occasion occasion) =>
        (occasion.Understanding.Intent != Intent.Complaint || !text.Contains('!', StringComparison.Ordinal))
        && Cashtags.In(text) <= Cashtags.Most
        && Handles(text).All(handle => string.Equals(handle, occasion.Post.Author.Handle, StringComparison.OrdinalIgnoreCase)
            || Handles(occasion.Post.Text).Contains(handle, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Handles(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Tokenizer.Split(text).Where(token => token.Kind == TokenKind.Handle).Select(token => token.Text) : [];
}
