using System.Globalization;

namespace EngageBot.Drafting;

/// <summary>Keeps markup, links, handles and invisible characters of a follower out of our words.</summary>
internal static class PlainText
{
    private const string Suspicious = "<>{}[]|\\%$=@#/_*~^`\"“”";

    /// <summary>The text, or nothing when it is more than plain words.</summary>
    public static string OrNothing(string text) => IsPlain(text) ? text.Trim() : "";

    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (Suspicious.Contains(letter, StringComparison.Ordinal)
                || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator)
                return false;
        return true;
    }
}
