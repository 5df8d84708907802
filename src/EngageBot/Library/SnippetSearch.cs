namespace EngageBot.Library;

/// <summary>Finds backstage snippets by their topics and the show they belong to.</summary>
internal sealed class SnippetSearch
{
    // a topic that one snippet alone has says more than one that several share
    private const double OwnTopic = 0.55;
    private const double SharedTopic = 0.35;
    private const double SameShow = 0.2;

    private readonly Titles titles;
    private readonly List<(Snippet Snippet, HashSet<string> Topics)> entries;
    private readonly Dictionary<string, int> owners;

    public SnippetSearch(IReadOnlyList<Snippet> snippets, Titles titles)
    {
        this.titles = titles;
        entries = [.. snippets.Select(snippet => (snippet, snippet.Topics.SelectMany(topic => SearchWords.Of(topic)).ToHashSet(StringComparer.Ordinal)))];
        owners = entries.SelectMany(entry => entry.Topics).GroupBy(topic => topic).ToDictionary(group => group.Key, group => group.Count());
    }

    public IReadOnlyList<Found<Snippet>> For(string wondering, string language, DateOnly day)
    {
        var words = SearchWords.Of(titles.Generalise(wondering));
        var show = titles.FirstIn(wondering);
        return
        [
            .. from entry in entries
               where entry.Snippet.Language == language && entry.Snippet.MayBeToldOn(day)
               let fit = Fit(entry.Topics, words)
               let score = fit == 0 ? 0 : fit + (show is not null && entry.Snippet.About == show ? SameShow : 0)
               where score > 0 && (show is null || entry.Snippet.About is null || entry.Snippet.About == show)
               orderby score descending, entry.Snippet.Id
               select new Found<Snippet>(entry.Snippet, Math.Min(1, score)),
        ];
    }

    private double Fit(HashSet<string> topics, HashSet<string> words)
    {
        var miss = 1.0;
        foreach (var topic in topics)
            if (words.Contains(topic))
                miss *= 1 - (owners[topic] == 1 ? OwnTopic : SharedTopic);
        return 1 - miss;
    }
}
