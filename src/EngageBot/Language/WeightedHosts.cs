using System.Text;

namespace EngageBot.Language;

/// <summary>Reads host names: labels between dots that end in a known top-level domain.</summary>
internal static class WeightedHosts
{
    private const int LongestLabel = 63;
    private const int LongestHost = 255;

    private const string Punctuation = "!'#%&()*+,-./:;<=>?@[]^_{|}~$\\\"`";

    /// <summary>For each dot the length of the top-level domain behind it, elsewhere 0; null when the text has none.</summary>
    public static int[]? TopLevels(string text)
    {
        int[]? lengths = null;
        for (var dot = text.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = text.IndexOf('.', dot + 1))
            if (TopLevelLength(text.AsSpan(dot + 1)) is > 0 and var length)
                (lengths ??= new int[text.Length])[dot] = length;
        return lengths;
    }

    /// <summary>Where the longest domain that starts here ends; 0 for none.</summary>
    public static int EndOfDomain(string text, int start, int[] topLevels)
    {
        var limit = Math.Min(text.Length, start + LongestHost);
        var best = 0;
        for (var label = start; label < limit;)
        {
            var dot = label;
            var underscore = false;
            while (dot < limit && (IsLetter(text[dot]) || text[dot] is '-' or '_'))
                underscore |= text[dot++] == '_';
            if (dot == label || dot == limit || text[dot] != '.' || text[label] is '-' or '_' || text[dot - 1] is '-' or '_')
                break;
            label = dot + 1;
            if (!underscore && topLevels[dot] > 0)
                best = label + topLevels[dot];
        }
        return best;
    }

    /// <summary>The same for the letters of Western languages only.</summary>
    public static int EndOfLatinDomain(ReadOnlySpan<char> text, int start)
    {
        var best = 0;
        for (var label = start; label < text.Length;)
        {
            var dot = label;
            while (dot < text.Length && (char.IsAsciiLetterOrDigit(text[dot]) || text[dot] == '-' || IsAccented(text[dot])))
                dot++;
            if (dot == label || dot == text.Length || text[dot] != '.')
                break;
            label = dot + 1;
            if (TopLevelLength(text[label..]) is > 0 and var length)
                best = label + length;
        }
        return best;
    }

    /// <summary>Whether the name service could know the name: each label at most 63 characters as it travels.</summary>
    public static bool AreLabelsValid(ReadOnlySpan<char> domain)
    {
        foreach (var range in domain.Split('.'))
        {
            var label = domain[range];
            var encoded = Ascii.IsValid(label) ? label.Length
                : label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? int.MaxValue
                : WeightedPunycode.EncodedLength(label);
            if (encoded > LongestLabel)
                return false;
        }
        return true;
    }

    /// <summary>Latin letters with accents, as X's link rules list them.</summary>
    public static bool IsAccented(char letter) =>
        letter is (>= '\u00C0' and <= '\u024F' and not '\u00D7' and not '\u00F7') or (>= '\u0300' and <= '\u036F') or (>= '\u1E00' and <= '\u1EFF')
            or '\u0253' or '\u0254' or '\u0256' or '\u0257' or '\u0259' or '\u025B' or '\u0263' or '\u0268' or '\u026F' or '\u0272' or '\u0289'
            or '\u028B' or '\u02BB';

    private static int TopLevelLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            return WeightedDomains.LengthAtStartOf(text);
        var length = "xn--".Length;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '-'))
            length++;
        return length > "xn--".Length ? length : 0;
    }

    // all that is not punctuation, blank or invisible: X allows hosts in every script and even symbols
    private static bool IsLetter(char letter) =>
        letter < 128
            ? letter > ' ' && !Punctuation.Contains(letter, StringComparison.Ordinal)
            : !char.IsWhiteSpace(letter) && letter is not ('\u180E' or '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFEFF' or '\uFFFF');
}
