using System.Buffers;
using System.Text;

namespace EngageBot.Language.Features;

/// <summary>A post made ready for learning: blanks collapsed, links and handles replaced or let go.</summary>
internal static class PlainText
{
    /// <summary>Longer posts are cut here: what they want shows by then, and time stays bounded.</summary>
    public const int Longest = 4000;

    private static readonly SearchValues<char> LinkEnds = SearchValues.Create(" \t\r\n\u00A0\"”“…");

    private const string Link = "_url_";
    private const string Handle = "_user_";
    private const string Us = "_us_";

    /// <summary>Lower case, with <c>_url_</c>, <c>_user_</c> and <c>_us_</c> in place of links, handles and our own handle.</summary>
    public static string ForGrams(string text, string? us = null) => Rewrite(text, Link, Handle, us).ToLowerInvariant();

    /// <summary>Case kept, links and handles let go: what a sentence encoder was taught with.</summary>
    public static string ForEncoder(string text) => Rewrite(text, "", "", null);

    private static string Rewrite(string text, string link, string handle, string? us)
    {
        var source = text.Length > Longest ? text.AsSpan(0, Longest) : text;
        var clean = new StringBuilder(source.Length + 16);
        for (var index = 0; index < source.Length;)
            index = Step(source, index, link, handle, us, clean);
        while (clean.Length > 0 && clean[^1] == ' ')
            clean.Length--;
        return clean.ToString();
    }

    private static int Step(ReadOnlySpan<char> source, int index, string link, string handle, string? us, StringBuilder clean)
    {
        var rest = source[index..];
        if (char.IsWhiteSpace(rest[0]) || char.IsControl(rest[0]))
        {
            if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
            return index + 1;
        }
        if (LengthOfLink(rest) is > 0 and var linkLength)
        {
            clean.Append(link);
            return index + linkLength;
        }
        if (LengthOfHandle(rest) is > 0 and var handleLength && (index == 0 || !char.IsLetterOrDigit(source[index - 1])))
        {
            clean.Append(us is not null && IsName(rest[..handleLength], us) ? Us : handle);
            return index + handleLength;
        }
        clean.Append(rest[0]);
        return index + 1;
    }

    private static int LengthOfLink(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return 0;
        var end = rest.IndexOfAny(LinkEnds);
        return end < 0 ? rest.Length : end;
    }

    // “@name”, and the “__name__” that stands for it where names were taken out
    private static int LengthOfHandle(ReadOnlySpan<char> rest)
    {
        var end = 0;
        if (rest[0] is '@' or '＠')
            end = EndOfName(rest, 1);
        else if (rest.StartsWith("__", StringComparison.Ordinal) && EndOfName(rest, 2) is > 4 and var length && rest[..length].EndsWith("__", StringComparison.Ordinal))
            end = length;
        return end > 1 ? end : 0;
    }

    private static bool IsName(ReadOnlySpan<char> handle, string name) =>
        (handle[0] == '_' ? handle[2..^2] : handle[1..]).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static int EndOfName(ReadOnlySpan<char> rest, int index)
    {
        while (index < rest.Length && (char.IsAsciiLetterOrDigit(rest[index]) || rest[index] == '_'))
            index++;
        return index;
    }
}
