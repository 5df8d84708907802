using System.Globalization;
using System.Text;

namespace EngageBot.Library.Editing;

/// <summary>Names of library files: short, plain, the same on every system, and never a way out of the folder.</summary>
internal static class LibraryNames
{
    private const int LongestSlug = 48;
    private const int LongestName = 200;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>Why no file of the library can have this name; null when one can.</summary>
    public static string? Objection(string name)
    {
        var parts = name.Split('/');
        if (name.Length > LongestName || parts.Any(part => part.Length == 0 || part[0] == '.' || part.Any(IsOdd)))
            return "A file's name consists of letters, digits and hyphens.";
        if (parts.Any(part => Reserved.Contains(part.Split('.')[0])))
            return "Some systems keep this name for themselves. Choose another.";
        return PromptLibrary.KindOf(name) is null ? "Files of the library are answers/*.md, backstage/*.md, replies/<intent>/*.liquid and voice.yaml." : null;
    }

    /// <summary>A name in a folder of the library that nobody has yet: made of the title, numbered where it must be.</summary>
    /// <param name="folder">For example <c>answers</c> or <c>replies/thanks</c>.</param>
    /// <param name="taken">The names there are.</param>
    public static string Free(string folder, string title, IEnumerable<string> taken)
    {
        var ending = folder.StartsWith("replies", StringComparison.Ordinal) ? ".liquid" : ".md";
        var ids = taken.Select(PromptLibrary.IdOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var slug = Slug(title);
        for (var number = 1; ; number++)
            if ($"{folder}/{slug}{(number == 1 ? "" : $"-{number}")}" is var id && !ids.Contains(id))
                return id + ending;
    }

    /// <summary>The title in small letters, digits and hyphens; "entry" when nothing of it can be kept.</summary>
    public static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var whole = slug.ToString().Trim('-');
        if (whole.Length > LongestSlug)
            whole = whole[..(whole.LastIndexOf('-', LongestSlug) is > 0 and var end ? end : LongestSlug)];
        return whole.Length == 0 ? "entry" : Reserved.Contains(whole) ? $"{whole}-entry" : whole;
    }

    private static bool IsOdd(char letter) => char.IsControl(letter) || char.IsSurrogate(letter) || "\\:*?\"<>|%".Contains(letter, StringComparison.Ordinal);
}
