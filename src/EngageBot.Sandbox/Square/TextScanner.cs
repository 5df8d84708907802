using System.Text.RegularExpressions;

namespace EngageBot.Sandbox.Square;

/// <summary>Finds handles, links and tags in a text, and folds links to the short form that X publishes.</summary>
internal sealed partial class TextScanner(bool countCodePoints)
{
    public const string ShortHost = "https://t.co/";

    public Entities Scan(string text, Func<string, User?> userOf, IReadOnlyDictionary<string, string> unfolded)
    {
        if (text.AsSpan().IndexOfAny("@＠#$/") < 0)
            return Entities.None;
        var urls = Urls(text, unfolded);
        return new Entities(Mentions(text, userOf), urls, Tags(text, HashtagPattern()), Tags(text, CashtagPattern()));
    }

    /// <summary>Replaces each link by a short one and remembers what stood there.</summary>
    public static string Fold(string text, Dictionary<string, string> unfolded) =>
        UrlPattern().Replace(text, match =>
        {
            if (match.Value.StartsWith(ShortHost, StringComparison.Ordinal))
                return match.Value;
            var shortened = ShortHost + ShortName(match.Value);
            unfolded[shortened] = match.Value;
            return shortened;
        });

    public int OffsetOf(string text, int index)
    {
        if (!countCodePoints)
            return index;
        var surrogates = 0;
        for (var i = 0; i < index; i++)
            if (char.IsHighSurrogate(text[i]))
                surrogates++;
        return index - surrogates;
    }

    private MentionEntity[] Mentions(string text, Func<string, User?> userOf)
    {
        var found = new List<MentionEntity>();
        foreach (Match match in MentionPattern().Matches(text))
        {
            var handle = match.Groups[1].Value;
            if (userOf(handle) is { } user)
                found.Add(new MentionEntity(
                    OffsetOf(text, match.Index),
                    OffsetOf(text, match.Index + match.Length),
                    handle == user.Handle ? user.Handle : handle,
                    user.Id));
        }

        return Kept(found);
    }

    private UrlEntity[] Urls(string text, IReadOnlyDictionary<string, string> unfolded)
    {
        var found = new List<UrlEntity>();
        foreach (Match match in UrlPattern().Matches(text))
        {
            var expanded = unfolded.GetValueOrDefault(match.Value, match.Value);
            var display = expanded[(expanded.IndexOf("//", StringComparison.Ordinal) + 2)..];
            found.Add(new UrlEntity(
                OffsetOf(text, match.Index),
                OffsetOf(text, match.Index + match.Length),
                match.Value,
                expanded,
                display.Length > 26 ? display[..26] + "…" : display));
        }

        return Kept(found);
    }

    private TagEntity[] Tags(string text, Regex pattern)
    {
        var found = new List<TagEntity>();
        foreach (Match match in pattern.Matches(text))
            found.Add(new TagEntity(
                OffsetOf(text, match.Index), OffsetOf(text, match.Index + match.Length), match.Groups[1].Value));
        return Kept(found);
    }

    // A post lives long, and most lists are empty or hold one.
    private static T[] Kept<T>(List<T> found) => found.Count == 0 ? [] : found.ToArray();

    // FNV-1a, because string.GetHashCode differs from run to run and a folded link must not.
    private static string ShortName(string url)
    {
        const string Letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        var hash = 14695981039346656037UL;
        foreach (var character in url)
            hash = (hash ^ character) * 1099511628211UL;
        Span<char> name = stackalloc char[10];
        foreach (ref var character in name)
        {
            character = Letters[(int)(hash % (ulong)Letters.Length)];
            hash = (hash / (ulong)Letters.Length) ^ (hash << 7);
        }

        return name.ToString();
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_!#$%&*@＠])[@＠]([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@＠])")]
    private static partial Regex MentionPattern();

    [GeneratedRegex(@"(?<![A-Za-z0-9@])https?://[^\s<>""']*[A-Za-z0-9/_\-=&%#]", RegexOptions.IgnoreCase)]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"(?<![\w&/])[#＃](\w*[\p{L}_]\w*)")]
    private static partial Regex HashtagPattern();

    [GeneratedRegex(@"(?<![\w$])\$([A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?)(?![\w$])")]
    private static partial Regex CashtagPattern();
}
