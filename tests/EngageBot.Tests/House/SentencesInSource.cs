using System.Text.RegularExpressions;

namespace EngageBot.Tests.House;

/// <summary>What the source says to people: every literal within <c>T[…]</c>, <c>new Phrase(…)</c> and <c>Phrase.Key(…)</c>.</summary>
internal static partial class SentencesInSource
{
    public static IEnumerable<(string File, string English)> All() =>
        from file in SourceTree.FilesUnder("src/EngageBot", ".cs", ".razor")
        from sentence in Of(File.ReadAllText(file)).Distinct()
        select (SourceTree.Relative(file), sentence);

    public static IEnumerable<string> Of(string source)
    {
        foreach (var start in Start().Matches(source).Where(match => !Comment().IsMatch(source[(source.LastIndexOf('\n', match.Index) + 1)..match.Index])).Select(match => match.Index + match.Length))
        {
            var depth = 1;
            for (var at = start; at < source.Length && depth > 0; at++)
            {
                if (Literal().Match(source, at) is { Success: true } literal)
                {
                    if (depth == 1)
                        yield return Regex.Unescape(literal.Groups[1].Value);
                    at += literal.Length - 1;
                }
                depth += source[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            }
        }
    }

    [GeneratedRegex(@"(?<!\w)(T\[|new Phrase\(|Phrase\.Key\()")]
    private static partial Regex Start();

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex("""\G"((?:[^"\\\n]|\\.)*)"(?!")""")]
    private static partial Regex Literal();
}
