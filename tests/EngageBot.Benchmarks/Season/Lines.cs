using System.Text.RegularExpressions;
using EngageBot.Sandbox.Followers;

namespace EngageBot.Benchmarks.Season;

/// <summary>Everything that is said and listened for in a season: the sandbox's lines, and those of <c>lines.txt</c> beside this file.</summary>
internal sealed class Lines
{
    private readonly Script script = Script.Shared;
    private readonly Dictionary<string, List<string>> own = [];
    private readonly ILookup<(string Language, string Cue), (Want Want, string Line)> answers;

    public Lines()
    {
        List<string> current = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Season", "lines.txt")))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                own[line[2..]] = current = [];
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                current.Add(line);
        }
        answers = (
            from section in script.Sections
            where section.Section.StartsWith("answer ", StringComparison.Ordinal)
            let words = section.Section.Split(' ')
            from line in script.Of(section.Section, section.Language)
            select (Key: (section.Language, string.Join(' ', words[1..^1])), Line: (Enum.Parse<Want>(words[^1], ignoreCase: true), line)))
            .ToLookup(pair => pair.Key, pair => pair.Line);
    }

    public bool Has(string section) => own.ContainsKey(section);

    public IReadOnlyList<string> Own(string section) => own[section];

    public IReadOnlyList<string> Openings(Want want, string language) =>
        script.Of(want.ToString().ToLowerInvariant(), language) is { Count: > 0 } lines ? lines : script.Of(want.ToString().ToLowerInvariant(), "en");

    /// <summary>What one may say when this was heard; a language with fewer lines answers more generally.</summary>
    public IReadOnlyList<(Want Want, string Line)> Answers(string cue, string language)
    {
        var spoken = answers.Contains((language, "any")) ? language : "en";
        string[] names = [cue, cue.Split(' ')[0], cue == "grumble" ? "apology" : "any", "any"];
        return names.Select(name => answers[(spoken, name)].ToList()).First(found => found.Count > 0);
    }

    public Regex Listening(string section) => new(string.Join('|', Own(section)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
