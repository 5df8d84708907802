using System.Text;

namespace EngageBot.Networks.X.Wire;

/// <summary>Text at the door: kept as its author wrote it, but for what no store or page could bear.</summary>
internal static class PlainText
{
    /// <summary>
    /// Control characters go, broken surrogates and non-characters become U+FFFD, the three entities that X escapes are undone.
    /// Direction marks and zero-width characters stay: they belong to scripts and emoji.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0xFFFE or 0xFFFF)
                plain.Append('\uFFFD');
            else if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
                plain.Append(rune.ToString());
        }

        return Unescaped(plain.ToString());
    }

    /// <summary>The text without the entities in which X wraps three characters.</summary>
    public static string Unescaped(string text) => text.Contains('&', StringComparison.Ordinal)
        ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
        : text;

    /// <summary>Half surrogate pairs become U+FFFD.</summary>
    public static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    /// <summary>At most that many characters, not cut inside a surrogate pair.</summary>
    public static string Shortened(string text, int length) => text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
}
