using System.Globalization;

namespace EngageBot.Approving.Makers;

/// <summary>Names that may stand under a reply: plain words, no handles, no links.</summary>
internal static class MakerNames
{
    public const int Longest = 40;

    /// <summary>Without what a hand adds by accident: spaces around, doubled spaces.</summary>
    public static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();

    /// <summary>Null when somebody may be called that.</summary>
    public static string? Objection(string name) =>
        name.Length == 0 ? "The first name is missing."
        : name.Length > Longest ? $"The name is too long; {Longest} characters are enough."
        : IsPlain(name) ? null
        : "A name is letters, spaces and hyphens. Please type it again.";

    /// <summary>Null when this can be somebody's work.</summary>
    public static string? TradeObjection(string trade) =>
        trade.Length > Longest ? $"What they do is too long; {Longest} characters are enough."
        : IsPlain(trade) ? null
        : "What they do is letters, spaces and hyphens. Please type it again.";

    private static bool IsPlain(string name) =>
        name.Any(char.IsLetter) && name.EnumerateRunes().All(rune => System.Text.Rune.IsLetterOrDigit(rune) || " -'’.&,".Contains(rune.ToString(), StringComparison.Ordinal)
            || System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
