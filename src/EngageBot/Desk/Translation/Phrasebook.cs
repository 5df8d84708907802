using System.Collections.Frozen;

namespace EngageBot.Desk.Translation;

/// <summary>The words of one language, under their English ones.</summary>
/// <param name="Language">ISO 639 code.</param>
/// <param name="Plural">Which form a number takes.</param>
/// <param name="Forms">Under the English singular; one form for what does not count.</param>
public sealed record Phrasebook(string Language, PluralRule Plural, FrozenDictionary<string, Entry> Forms)
{
    private static readonly string[] Tails = [": ", " “", " with "];

    private readonly Lazy<ToldSentences> told = new(() => new ToldSentences(Forms.Values));

    /// <summary>Null when nobody has translated it yet.</summary>
    public string? Find(string english) => Forms.TryGetValue(english, out var entry) ? entry.Forms[0] : null;

    /// <summary>A finished sentence; one that is not known stays as it is.</summary>
    public string Told(string english) => Find(english) ?? Begun(english) ?? told.Value.Translate(english, Told) ?? WithTail(english) ?? english;

    /// <summary>Words that a room below has made a sentence of: a capital before them, a full stop behind.</summary>
    private string? Begun(string english) =>
        english.Length > 1 && char.IsUpper(english[0]) && Find(char.ToLowerInvariant(english[0]) + english[1..].TrimEnd('.')) is { Length: > 0 } words
            ? char.ToUpperInvariant(words[0]) + words[1..] + (english[^1] == '.' ? "." : "")
            : null;

    /// <summary>Words that quote what they are about: <c>is curious: “how do you”</c>.</summary>
    private string? WithTail(string english)
    {
        foreach (var separator in Tails)
            if (english.IndexOf(separator, StringComparison.Ordinal) is > 0 and var at && (Find(english[..at]) ?? Find(english[..(at + 1)])?.TrimEnd(':')) is { } head)
                return $"{head}{(separator[0] == ':' ? ":" : "")} {Told(english[at..].TrimStart(':', ' '))}";
        return null;
    }

    /// <summary>The form for this number; null when nobody has translated it yet.</summary>
    public string? Find(string one, string many, long count) =>
        Forms.TryGetValue(Entry.Key(one, many), out var entry) ? entry.Forms[Math.Min(Plural.FormOf(count), entry.Forms.Count - 1)] : null;
}

/// <summary>One entry of a phrasebook.</summary>
/// <param name="English">In English, singular.</param>
/// <param name="Many">In English, plural; null for what does not count.</param>
/// <param name="Forms">In the other language; as many as it has.</param>
public sealed record Entry(string English, string? Many, IReadOnlyList<string> Forms)
{
    public static string Key(string one, string? many) => many is null ? one : $"{one}\0{many}";
}
