using System.Text.RegularExpressions;
using EngageBot.Language;

namespace EngageBot.Approving;

/// <summary>Whether words can be posted as a reply; says in plain words why not.</summary>
internal static partial class ReplyText
{
    /// <summary>Null when the text can be posted letter by letter.</summary>
    public static string? Objection(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "The reply is empty. Write something, or let the mention be.";
        if (text.EnumerateRunes().Any(rune => rune.Value is 0xFFFD or 0xFFFE or 0xFFFF or 0xFEFF || (rune.Value < 0x20 && rune.Value is not ('\n' or '\t'))))
            return "The reply holds a character that cannot be posted (a control character or half an emoji). Type that spot again.";
        if (Gap().Match(text) is { Success: true } gap)
            return $"There is still a gap to fill: {gap.Value}";
        if (Cashtags.In(text) > Cashtags.Most)
            return "X takes one cashtag in a reply. Write the others without their $.";
        var length = WeightedText.Length(text);
        return length > WeightedText.Limit ? $"The reply is too long by {length - WeightedText.Limit}. X counts {WeightedText.Limit} at most." : null;
    }

    // Template gaps (### name ###) and template code that was pasted but never rendered.
    [GeneratedRegex(@"#{3}[^#\n]{0,60}#{3}|\{\{.{0,60}?\}\}|\{%.{0,60}?%\}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
