using EngageBot.Language;

namespace EngageBot.Conversing;

/// <summary>Reads this room's phrases, which lie in the program itself: <c>= section</c>, then a phrase a line.</summary>
internal static class PhraseFile
{
    public static IReadOnlyDictionary<string, PhraseList> Read(string name)
    {
        using var stream = typeof(PhraseFile).Assembly.GetManifestResourceStream($"EngageBot.Conversing.Phrases.{name}.txt")
            ?? throw new InvalidOperationException($"The program carries no phrases '{name}'.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                sections[line[2..]] = current = [];
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                current.Add(line);
        }
        return sections.ToDictionary(section => section.Key, section => new PhraseList(section.Value), StringComparer.Ordinal);
    }
}
