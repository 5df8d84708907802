using System.Text.RegularExpressions;

namespace EngageBot.Language;

/// <summary>Tags like $ABC, of which X takes one a post.</summary>
internal static partial class Cashtags
{
    public const int Most = 1;

    public static int In(string text) => Tag().Count(text);

    [GeneratedRegex(@"(?<![\w$])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\w$])")]
    private static partial Regex Tag();
}
