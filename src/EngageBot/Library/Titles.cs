namespace EngageBot.Library;

/// <summary>The titles of our shows: a question about one of them is a question about a show.</summary>
internal sealed class Titles(IReadOnlyList<string> shows)
{
    private const string AnyShow = "show";

    public IReadOnlySet<string> In(string text) =>
        shows.Where(show => text.Contains(show, StringComparison.OrdinalIgnoreCase)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text with every title as plainly "show".</summary>
    public string Generalise(string text)
    {
        foreach (var show in shows)
            text = text.Replace(show, AnyShow, StringComparison.OrdinalIgnoreCase);
        return text;
    }
}
