using System.Text.RegularExpressions;

namespace EngageBot.Library;

/// <summary>
/// The titles of our shows: a question about one of them is a question about a show. People leave out the article and the
/// apostrophe, or write it in one word behind a #.
/// </summary>
internal sealed class Titles(IReadOnlyList<string> shows)
{
    private const string AnyShow = "show";
    private static readonly HashSet<string> Articles = new(StringComparer.OrdinalIgnoreCase) { "the", "a", "an" };

    private readonly (string Show, Regex Pattern)[] patterns = [.. shows.Select(show => (show, PatternOf(show)))];

    public IReadOnlySet<string> In(string text) =>
        patterns.Where(title => title.Pattern.IsMatch(text)).Select(title => title.Show).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of our titles that is named, as we write it; null for none.</summary>
    public string? FirstIn(string text) => Array.Find(patterns, title => title.Pattern.IsMatch(text)).Show;

    /// <summary>The text with every title as plainly "show".</summary>
    public string Generalise(string text)
    {
        foreach (var (_, pattern) in patterns)
            text = pattern.Replace(text, AnyShow);
        return text;
    }

    private static Regex PatternOf(string show)
    {
        var words = show.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var article = words.Length > 1 && Articles.Contains(words[0]) ? $@"(?:{words[0]}\s+)?" : "";
        var rest = words.Skip(article.Length > 0 ? 1 : 0).Select(word => Regex.Escape(word).Replace("'", "['’]?", StringComparison.Ordinal));
        return new Regex($@"(?<!\w){article}#?{string.Join(@"\s*", rest)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
