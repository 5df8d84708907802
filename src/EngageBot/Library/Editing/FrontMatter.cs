using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace EngageBot.Library.Editing;

/// <summary>
/// A file as its front matter and its body. Changing a key leaves every other line as its author wrote it, comments and keys
/// that a form does not know included.
/// </summary>
internal sealed record FrontMatter
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    private FrontMatter(IReadOnlyList<Block> blocks, string body) => (Blocks, Body) = (blocks, body);

    private IReadOnlyList<Block> Blocks { get; init; }

    public string Body { get; init; }

    /// <summary>Null when the front matter cannot be taken apart; then only its author's editor can mend it.</summary>
    public static FrontMatter? TryParse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == "---") : -1;
        if (end < 0)
            return text.Trim().Length == 0 ? new FrontMatter([], "") : null;
        var blocks = new List<Block>();
        foreach (var line in lines[1..end])
        {
            if (blocks.Count == 0 || (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] is not ('-' or '#' or ']' or '}')))
                blocks.Add(new Block(line.Split(':')[0].TrimEnd(), [line]));
            else
                blocks[^1].Lines.Add(line);
        }
        return blocks.TrueForAll(IsReadable) ? new FrontMatter(blocks, string.Join('\n', lines[(end + 1)..]).Trim('\n')) : null;
    }

    /// <summary>The value of a key, entries of a list a line each; empty when it is missing.</summary>
    public string this[string key] => Blocks.FirstOrDefault(block => block.Key == key) is { } found ? Value(found) : "";

    /// <summary>With one value for a key, or without the key when it is empty.</summary>
    public FrontMatter With(string key, string value) => this[key] == value.Trim() ? this : Set(key, value.Trim() is { Length: > 0 } one ? [$"{key}: {Scalar(one)}"] : []);

    /// <summary>With a list for a key: in one line where its entries are words, else an entry a line.</summary>
    public FrontMatter WithList(string key, IReadOnlyList<string> entries, bool inLine)
    {
        if (this[key] == string.Join('\n', entries))
            return this;
        var written = entries.Select(entry => Scalar(entry, inLine)).ToList();
        return Set(key, written.Count == 0 ? [] : inLine ? [$"{key}: [{string.Join(", ", written)}]"] : [$"{key}:", .. written.Select(entry => $"  - {entry}")]);
    }

    public override string ToString() => string.Join('\n', ["---", .. Blocks.SelectMany(block => block.Lines), "---", Body.Trim('\n'), ""]);

    private FrontMatter Set(string key, List<string> lines)
    {
        var place = Blocks.ToList().FindIndex(block => block.Key == key);
        var others = Blocks.Where(block => block.Key != key).ToList();
        if (lines.Count > 0)
            others.Insert(place < 0 ? others.Count : place, new Block(key, lines));
        return this with { Blocks = others };
    }

    private static bool IsReadable(Block block) => Values(block) is not null;

    private static string Value(Block block) => string.Join('\n', Values(block)!);

    /// <summary>A text or a list of texts and nothing deeper, which a hostile file could nest without end; null for anything else.</summary>
    private static IReadOnlyList<string>? Values(Block block) =>
        Read<string>(block) is var (isOne, one) && isOne ? one is null ? [] : [one]
        : Read<List<string>>(block) is var (isList, list) && isList ? list
        : null;

    private static (bool Readable, T? Value) Read<T>(Block block) where T : class
    {
        try
        {
            return (true, Yaml.Deserialize<Dictionary<string, T?>?>(string.Join('\n', block.Lines))?.GetValueOrDefault(block.Key));
        }
        catch (YamlException)
        {
            return (false, null);
        }
    }

    /// <summary>Bare where YAML would read back the same text, else in quotes.</summary>
    private static string Scalar(string text, bool inLine = false)
    {
        var bare = (char.IsLetterOrDigit(text[0]) || text.StartsWith("https://", StringComparison.Ordinal))
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && text[^1] != ':'
            && !text.Any(letter => char.IsControl(letter) || (inLine && letter is ',' or '[' or ']' or '{' or '}'))
            && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no");
        return bare ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
    }

    private sealed record Block(string Key, List<string> Lines);
}
