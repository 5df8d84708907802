namespace EngageBot.Library;

/// <summary>Finds backstage snippets by their topics and the show they belong to.</summary>
internal sealed class SnippetSearch
{
    private const double SameShow = 0.25;

    private readonly IReadOnlyList<string> shows;
    private readonly List<(Snippet Snippet, HashSet<string> Topics)> entries;

    public SnippetSearch(IReadOnlyList<Snippet> snippets, IReadOnlyList<string> shows)
    {
        this.shows = shows;
        entries = [.. snippets.Select(snippet => (snippet, snippet.Topics.SelectMany(topic => SearchWords.Of(topic, [])).ToHashSet(StringComparer.Ordinal)))];
    }

    public IReadOnlyList<Found<Snippet>> For(string wondering, string language, DateOnly day)
    {
        var words = SearchWords.Of(wondering, []);
        var show = shows.FirstOrDefault(title => wondering.Contains(title, StringComparison.OrdinalIgnoreCase));
        return
        [
            .. from entry in entries
               where entry.Snippet.Language == language && entry.Snippet.MayBeToldOn(day)
               let hits = entry.Topics.Count(words.Contains)
               let score = hits == 0 ? 0 : (1 - Math.Pow(0.5, hits)) + (show is not null && entry.Snippet.About == show ? SameShow : 0)
               where score > 0 && (show is null || entry.Snippet.About is null || entry.Snippet.About == show)
               orderby score descending, entry.Snippet.Id
               select new Found<Snippet>(entry.Snippet, Math.Min(1, score)),
        ];
    }
}
