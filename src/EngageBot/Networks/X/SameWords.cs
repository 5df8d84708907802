using System.Text;
using EngageBot.Networks.X.Wire;

namespace EngageBot.Networks.X;

/// <summary>Whether a published post says what was meant: X folds links, puts handles in front and escapes three characters.</summary>
internal static class SameWords
{
    private const string Folded = "https://t.co/";

    public static bool Are(string ours, string published)
    {
        var (meant, said) = (Words(ours), Words(published));
        // X puts a link to the pictures of a post behind its words
        if (said.Count == meant.Count + 1 && IsPictureLink(said[^1]))
            said.RemoveAt(said.Count - 1);
        return meant.Count == said.Count && meant.Zip(said).All(pair => IsSame(pair.First, pair.Second));
    }

    private static bool IsPictureLink(string word) =>
        word.StartsWith(Folded, StringComparison.OrdinalIgnoreCase)
        || (word.StartsWith("https://", StringComparison.Ordinal) && word.Contains("/status/", StringComparison.Ordinal) && word.Contains("/photo/", StringComparison.Ordinal));

    private static List<string> Words(string text)
    {
        var words = PlainText.Of(text).Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. words.SkipWhile(IsHandle)];
    }

    private static bool IsHandle(string word) =>
        word.Length is > 1 and <= 16 && word[0] == '@' && word.AsSpan(1).IndexOfAnyExcept(HandleLetters) < 0;

    private static bool IsSame(string meant, string said) => meant == said || IsFolded(meant, said) || Bare(meant) == Bare(said);

    // The slug says nothing about the address, so what stands around the link must agree and the middle must look like a link.
    private static bool IsFolded(string meant, string said)
    {
        var start = said.IndexOf(Folded, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return false;
        var end = start + Folded.Length;
        while (end < said.Length && char.IsAsciiLetterOrDigit(said[end]))
            end++;
        var (before, after) = (said[..start], said[end..]);
        return meant.Length > before.Length + after.Length
            && meant.StartsWith(before, StringComparison.Ordinal)
            && meant.EndsWith(after, StringComparison.Ordinal)
            && meant[before.Length..^after.Length].Contains('.', StringComparison.Ordinal);
    }

    // X's full form of a link that was typed without scheme or final slash.
    private static string Bare(string word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        return (scheme < 0 ? word : word[(scheme + 3)..]).TrimEnd('/');
    }

    private static readonly System.Buffers.SearchValues<char> HandleLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
}
