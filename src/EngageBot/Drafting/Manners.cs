using EngageBot.Conversing;
using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>What no draft may do, wherever its words come from.</summary>
internal static class Manners
{
    /// <summary>
    /// No exclamation mark at a complaint, nobody called in who was not in the talk, what X takes of cashtags; one hello and one
    /// thank-you in a talk, and no question twice.
    /// </summary>
    public static bool Allow(string text, Occasion occasion) =>
        KeepsTheTalkGoing(text, occasion)
        && (occasion.Understanding.Intent != Intent.Complaint || !text.Contains('!', StringComparison.Ordinal))
        && Cashtags.In(text) <= Cashtags.Most
        && Handles(text).All(handle => string.Equals(handle, occasion.Post.Author.Handle, StringComparison.OrdinalIgnoreCase)
            || Handles(occasion.Post.Text).Contains(handle, StringComparer.OrdinalIgnoreCase));

    private static bool KeepsTheTalkGoing(string text, Occasion occasion) =>
        (occasion.MayGreet || !Speech.Greets(text))
        && !(occasion.HasThanked && Speech.Thanks(text))
        && !(occasion.HasMet && Speech.QuestionIn(text) is { Length: > 0 } question && occasion.Questions.Contains(question));

    private static IEnumerable<string> Handles(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? Tokenizer.Split(text).Where(token => token.Kind == TokenKind.Handle).Select(token => token.Text) : [];
}
