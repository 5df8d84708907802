using System.Text;
using System.Text.RegularExpressions;

namespace EngageBot.Tests.House;

/// <summary>What the source says to people: every literal within <c>T[…]</c>, <c>new Phrase(…)</c> and <c>Phrase.Key(…)</c>.</summary>
internal static partial class SentencesInSource
{
    public static IEnumerable<(string File, string English)> All() =>
        from file in SourceTree.FilesUnder("src/EngageBot", ".cs", ".razor")
        from sentence in Of(File.ReadAllText(file)).Distinct()
        select (SourceTree.Relative(file), sentence);

    /// <summary>Every literal of the source, said to people or not; what is filled into it has places.</summary>
    public static IEnumerable<string> Literals() =>
        (from file in SourceTree.FilesUnder("src/EngageBot", ".cs", ".razor")
         let source = File.ReadAllText(file)
         from Match start in LiteralStart().Matches(source)
         select LiteralAt(source, start)).Concat(ReasonsOfCues());

    // how the lists of cues tell what was found: “reads like news or a listing”
    private static IEnumerable<string> ReasonsOfCues() =>
        from file in SourceTree.FilesUnder("src/EngageBot/Reading/Cues", ".txt")
        from line in File.ReadLines(file)
        let parts = line.Split("=>")
        where parts.Length == 2
        select parts[1].Replace("“…”", "", StringComparison.Ordinal).Trim();

    private static string LiteralAt(string source, Match start)
    {
        var (words, places, at) = (new StringBuilder(), 0, start.Index + start.Length);
        for (; at < source.Length && source[at] is not ('"' or '\n'); at++)
        {
            if (source[at] == '\\')
                words.Append(source[at]).Append(source[++at]);
            else if (source[at] == '{' && start.Value[0] == '$')
            {
                words.Append('{').Append(places++).Append('}');
                for (var depth = 1; depth > 0 && ++at < source.Length;)
                    depth += source[at] switch { '{' => 1, '}' => -1, _ => 0 };
            }
            else
                words.Append(source[at]);
        }
        return Unescape(words.ToString());
    }

    private static string Unescape(string words) => words.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);

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
                        yield return Unescape(literal.Groups[1].Value);
                    at += literal.Length - 1;
                }
                depth += source[at] switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            }
        }
    }

    [GeneratedRegex(@"(?<!\w)(T\[|phrases\[|new Phrase\(|Phrase\.Key\()")]
    private static partial Regex Start();

    [GeneratedRegex("""\$?"(?!")""")]
    private static partial Regex LiteralStart();

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex("""\G"((?:[^"\\\n]|\\.)*)"(?!")""")]
    private static partial Regex Literal();
}
