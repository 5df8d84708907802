using System.Globalization;

namespace EngageBot.Reading;

/// <summary>Reads the word lists of this room, which lie in the program itself.</summary>
internal static class WordFile
{
    /// <summary>The lines that say something.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream($"EngageBot.{name}")
            ?? throw new InvalidOperationException($"The program carries no word list '{name}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                yield return line;
    }

    public static (string Head, string Body) HeadAndBody(string line) =>
        line.Split(':', 2) is [var head, var body] ? (head, body) : throw new FormatException($"A word list line lacks its colon: {line}");

    public static (string Name, double Weight) NameAndWeight(string head) =>
        head.Split(' ') is [var name, var weight] ? (name, double.Parse(weight, CultureInfo.InvariantCulture)) : (head, 1);

    public static string[] Items(string body) => body.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
