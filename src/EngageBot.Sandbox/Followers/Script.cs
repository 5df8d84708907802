using System.Text.RegularExpressions;

namespace EngageBot.Sandbox.Followers;

/// <summary>All hand-written lines, read once from the embedded text files: <c>= section</c>, then a line a line.</summary>
internal sealed partial class Script
{
    private readonly Dictionary<(string Language, string Section), List<string>> sections = [];

    private Script()
    {
        var assembly = typeof(Script).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Lines/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Read(name.Split('/', '\\')[1], reader);
        }
    }

    public static Script Shared { get; } = new();

    public IEnumerable<(string Language, string Section)> Sections => sections.Keys;

    /// <summary>The lines of a language; where it has none, those that serve every language; else none.</summary>
    public IReadOnlyList<string> Of(string section, string language) =>
        sections.GetValueOrDefault((language, section)) ?? sections.GetValueOrDefault(("any", section)) ?? [];

    private void Read(string language, StreamReader reader)
    {
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                current = Section(language, line[2..].Trim());
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                current.Add(Unescape(line));
        }
    }

    private List<string> Section(string language, string name)
    {
        if (!sections.TryGetValue((language, name), out var lines))
            sections[(language, name)] = lines = [];
        return lines;
    }

    // invisible characters are written as escapes, so that a reader of the file sees them
    private static string Unescape(string line) =>
        Escape().Replace(line, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escape();
}
