using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace EngageBot.Library;

/// <summary>Reads YAML strictly: a doubled key is an error with its line, and an unknown one too unless any keys may stand there.</summary>
internal static partial class SheetReader
{
    private static readonly IDeserializer Strict = Dialect().Build();
    private static readonly IDeserializer Lenient = Dialect().IgnoreUnmatchedProperties().Build();

    /// <summary>Cuts a file into its front matter and its body, which is returned with its first line's number.</summary>
    public static (T Sheet, string Body, int BodyLine) ReadFrontMatter<T>(string text, bool anyKeys = false) where T : class, new()
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != "---")
            throw new BrokenFileException(1, "The file must start with a line '---' and its front matter.");
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        if (end < 0)
            throw new BrokenFileException(1, "The front matter has no closing line '---'.");
        var first = end + 1;
        while (first < lines.Length - 1 && lines[first].Trim().Length == 0)
            first++;
        return (Read<T>(string.Join('\n', lines[1..end]), linesBefore: 1, anyKeys), string.Join('\n', lines[first..]).TrimEnd(), first + 1);
    }

    public static T Read<T>(string yaml, int linesBefore = 0, bool anyKeys = false) where T : class, new()
    {
        try
        {
            return (anyKeys ? Lenient : Strict).Deserialize<T>(yaml) ?? new T();
        }
        catch (YamlException broken)
        {
            throw new BrokenFileException((int)broken.Start.Line + linesBefore, Reason(broken));
        }
    }

    /// <summary>The line on which a key stands; 1 for a key that is missing.</summary>
    public static int LineOf(string text, string key) =>
        Math.Max(0, Array.FindIndex(text.ReplaceLineEndings("\n").Split('\n'), line => line.StartsWith($"{key}:", StringComparison.Ordinal))) + 1;

    /// <summary>A day written as 2026-11-30; null for none.</summary>
    public static DateOnly? Day(string text, string key, string? value)
    {
        if (value is null)
            return null;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new BrokenFileException(LineOf(text, key), $"'{key}: {value}' is no day; write it like 2026-11-30.");
    }

    private static DeserializerBuilder Dialect() =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking();

    private static string Reason(YamlException broken)
    {
        var message = broken.InnerException?.Message ?? broken.Message;
        return UnknownKey().Match(message) is { Success: true } unknown ? $"Unknown key '{unknown.Groups[1].Value}'." : $"Not readable as YAML: {message}";
    }

    [GeneratedRegex("^Property '([^']*)' not found")]
    private static partial Regex UnknownKey();
}
