using System.Text.RegularExpressions;

namespace EngageBot.Library;

/// <summary>Looks through a template before Liquid does: known fields, plain conditions, nothing that loops or includes.</summary>
internal static partial class LiquidCheck
{
    private static readonly HashSet<string> Filters = ["capitalize", "downcase", "upcase"];
    private static readonly HashSet<string> Operators = ["and", "or", "contains", "==", "!=", "true", "false", "empty", "nil"];

    /// <summary>The fields used outside conditions; throws <see cref="BrokenFileException"/> at the first offence.</summary>
    public static IReadOnlySet<string> Check(string body, int firstLine)
    {
        if (body.Length == 0)
            throw new BrokenFileException(firstLine, "The template has no text.");
        var needs = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<(string Tag, int Line)>();
        var (index, line) = (0, firstLine);
        foreach (Match match in Gap().Matches(body))
        {
            line += body.AsSpan(index, match.Index - index).Count('\n');
            index = match.Index;
            if (match.Groups["output"] is { Success: true } output)
                CheckOutput(output.Value, line, open.Count == 0 ? needs : null);
            else if (match.Groups["tag"] is { Success: true } tag)
                CheckTag(tag.Value.Trim(), line, open);
            else
                throw new BrokenFileException(line, $"'{match.Value}' is opened or closed only once; a field is written {{{{ first_name }}}}.");
        }
        if (open.Count > 0)
            throw new BrokenFileException(open.Peek().Line, $"'{open.Peek().Tag}' is never closed with 'end{open.Peek().Tag}'.");
        return needs;
    }

    private static void CheckOutput(string output, int line, HashSet<string>? needs)
    {
        var parts = output.Split('|', StringSplitOptions.TrimEntries);
        if (!Wordform.Fields.Contains(parts[0]))
            throw new BrokenFileException(line, $"Unknown field '{parts[0]}'. Known are: {string.Join(", ", Wordform.Fields.Order())}.");
        if (parts.Skip(1).FirstOrDefault(filter => !Filters.Contains(filter)) is { } unknown)
            throw new BrokenFileException(line, $"Unknown filter '{unknown}'. Known are: {string.Join(", ", Filters.Order())}.");
        needs?.Add(parts[0]);
    }

    private static void CheckTag(string tag, int line, Stack<(string Tag, int Line)> open)
    {
        var words = tag.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words.FirstOrDefault())
        {
            case "if" or "unless":
                open.Push((words[0], line));
                CheckCondition(words[1..], line);
                break;
            case "elsif" when open.Count > 0:
                CheckCondition(words[1..], line);
                break;
            case "else" when open.Count > 0 && words.Length == 1:
                break;
            case "endif" or "endunless" when open.Count > 0 && words[0] == $"end{open.Peek().Tag}":
                open.Pop();
                break;
            default:
                throw new BrokenFileException(line, $"'{tag}' does not fit here; templates know if, unless, elsif, else and their ends.");
        }
    }

    private static void CheckCondition(string[] words, int line)
    {
        if (words.Length == 0)
            throw new BrokenFileException(line, "A condition is missing.");
        foreach (var word in words)
            if (!Operators.Contains(word) && !Wordform.Fields.Contains(word) && !Quoted().IsMatch(word))
                throw new BrokenFileException(line, $"Unknown field '{word}' in a condition. Known are: {string.Join(", ", Wordform.Fields.Order())}.");
    }

    [GeneratedRegex(@"\{\{(?<output>[^{}]*)\}\}|\{%-?(?<tag>[^{}%]*?)-?%\}|\{\{|\}\}|\{%|%\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Gap();

    [GeneratedRegex("^('[^']*'|\"[^\"]*\")$", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
