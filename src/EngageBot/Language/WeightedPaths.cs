namespace EngageBot.Language;

/// <summary>Reads what follows a host: port, path and query, without the full stop or bracket of the sentence around it.</summary>
internal static class WeightedPaths
{
    private const string PathMarks = "!*';:=+,.$/%#[]-\u2013_~@|&";
    private const string PathEndings = "+-=_#/";
    private const string QueryMarks = "!?*'@();:&=+$/%#[]-_.,~|";
    private const string QueryEndings = "-_&=#/";

    /// <summary>Where the link ends whose host ends at <paramref name="index"/>.</summary>
    public static int End(string text, int index)
    {
        if (index + 1 < text.Length && text[index] == ':' && char.IsAsciiDigit(text[index + 1]))
            for (index++; index < text.Length && char.IsAsciiDigit(text[index]);)
                index++;
        if (index < text.Length && text[index] == '/')
            index = EndOfPath(text, index + 1);
        return EndOfQuery(text, index);
    }

    /// <summary>Where the query ends that starts here, or here if none does.</summary>
    public static int EndOfQuery(string text, int index)
    {
        var end = index;
        if (index < text.Length && text[index] == '?')
            for (index++; index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || QueryMarks.Contains(text[index], StringComparison.Ordinal)); index++)
                if (char.IsAsciiLetterOrDigit(text[index]) || QueryEndings.Contains(text[index], StringComparison.Ordinal))
                    end = index + 1;
        return end;
    }

    private static int EndOfPath(string text, int index)
    {
        var end = index;
        while (index < text.Length)
        {
            if (text[index] == '(' && EndOfBrackets(text, index) is > 0 and var closed)
                end = index = closed;
            else if (!MayBeInPath(text[index]))
                break;
            else if (IsPathLetter(text[index++]) || PathEndings.Contains(text[index - 1], StringComparison.Ordinal))
                end = index;
        }
        return end;
    }

    /// <summary>Brackets belong to a path when they close again; one pair may stand inside another.</summary>
    private static int EndOfBrackets(string text, int open)
    {
        var depth = 0;
        for (var index = open; index < text.Length; index++)
        {
            if (text[index] == '(' && ++depth > 2)
                return 0;
            if (text[index] == ')' && --depth == 0)
                return index > open + 1 ? index + 1 : 0;
            if (text[index] is not ('(' or ')') && !MayBeInPath(text[index]))
                return 0;
        }
        return 0;
    }

    private static bool MayBeInPath(char letter) => IsPathLetter(letter) || PathMarks.Contains(letter, StringComparison.Ordinal);

    private static bool IsPathLetter(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is >= '\u0400' and <= '\u04FF' || WeightedHosts.IsAccented(letter);
}
