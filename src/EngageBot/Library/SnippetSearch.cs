using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Library;

/// <summary>Finds backstage snippets by the questions they answer, by their topics and by the show they belong to.</summary>
internal sealed class SnippetSearch
{
    // A topic that one snippet alone has says more than one that several share. It says less of a snippet that names its questions
    // when none of them is near: the buttons that are asked about may be on another coat.
    private const double OwnTopic = 0.55;
    private const double OwnTopicUnasked = 0.5;
    private const double SharedTopic = 0.35;
    private const double SameShow = 0.2;
    private const int MostAsked = 12;

    private readonly Titles titles;
    private readonly List<(Snippet Snippet, HashSet<string> Topics)> entries;
    private readonly Dictionary<string, int> owners;
    private readonly Dictionary<string, Shelf> shelves;

    public SnippetSearch(IReadOnlyList<Snippet> snippets, Titles titles, SentenceEncoder? encoder = null)
    {
        this.titles = titles;
        entries = [.. snippets.Select(snippet => (snippet, snippet.Topics.SelectMany(topic => SearchWords.Of(topic)).ToHashSet(StringComparer.Ordinal)))];
        owners = entries.SelectMany(entry => entry.Topics).GroupBy(topic => topic).ToDictionary(group => group.Key, group => group.Count());
        shelves = snippets.Where(snippet => snippet.Asks.Count > 0).GroupBy(snippet => snippet.Language)
            .ToDictionary(group => group.Key, group => new Shelf([.. group], titles, AnswerSearch.EncoderFor(group.Key, encoder)));
    }

    public IReadOnlyList<Found<Snippet>> For(string wondering, string language, DateOnly day)
    {
        var plain = titles.Generalise(wondering);
        var words = SearchWords.Of(plain);
        var show = titles.FirstIn(wondering);
        bool Tellable(Snippet snippet) => snippet.Language == language && snippet.MayBeToldOn(day) && (show is null || snippet.About is null || snippet.About == show);
        var asked = shelves.TryGetValue(language, out var shelf) ? shelf.Search(plain, Tellable) : [];
        return
        [
            .. from entry in entries
               where Tellable(entry.Snippet)
               let fit = Fit(entry.Topics, words, entry.Snippet.Asks.Count == 0 ? OwnTopic : OwnTopicUnasked)
               let byTopic = fit == 0 ? 0 : fit + (show is not null && entry.Snippet.About == show ? SameShow : 0)
               // each is a hint of its own
               let score = 1 - ((1 - Math.Min(1, byTopic)) * (1 - asked.GetValueOrDefault(entry.Snippet.Id)))
               where score > 0
               orderby score descending, entry.Snippet.Id
               select new Found<Snippet>(entry.Snippet, score),
        ];
    }

    private double Fit(HashSet<string> topics, HashSet<string> words, double ownTopic)
    {
        var miss = 1.0;
        foreach (var topic in topics)
            if (words.Contains(topic))
                miss *= 1 - (owners[topic] == 1 ? ownTopic : SharedTopic);
        return 1 - miss;
    }

    /// <summary>The snippets of one language that say which questions they answer.</summary>
    private sealed class Shelf(IReadOnlyList<Snippet> snippets, Titles titles, SentenceEncoder? encoder)
    {
        private readonly SearchIndex index = new([.. snippets.Select(snippet => new SearchEntry(snippet.Id, [.. snippet.Asks.Select(titles.Generalise)], snippet.Text))], encoder);

        public Dictionary<string, double> Search(string question, Func<Snippet, bool> may)
        {
            var best = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var part in Sentences.Asked(question))
                foreach (var hit in index.Search(part, MostAsked, place => may(snippets[place])))
                    best[snippets[hit.Place].Id] = Math.Max(best.GetValueOrDefault(snippets[hit.Place].Id), hit.Score);
            return best;
        }
    }
}
