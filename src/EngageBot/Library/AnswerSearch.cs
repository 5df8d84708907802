using EngageBot.Language;
using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Library;

/// <summary>Finds the answers to what a follower asks.</summary>
internal sealed class AnswerSearch
{
    private const int MostSentences = 4;
    private const int MostAnswers = 12;
    // what other languages mean it hardly knows
    private const string EncodersLanguage = "en";

    private readonly Titles titles;
    private readonly Dictionary<string, Shelf> shelves;

    public AnswerSearch(IReadOnlyList<Answer> answers, IReadOnlyList<string> shows, SentenceEncoder? encoder = null)
    {
        titles = new Titles(shows);
        shelves = answers.GroupBy(answer => answer.Language).ToDictionary(group => group.Key, group => new Shelf([.. group], titles, group.Key == EncodersLanguage ? encoder : null));
    }

    public IReadOnlyList<Found<Answer>> For(string question, string language, DateOnly day)
    {
        if (!shelves.TryGetValue(language, out var shelf))
            return [];
        var best = new Dictionary<Answer, double>(ReferenceEqualityComparer.Instance);
        var asked = titles.In(question);
        foreach (var part in Parts(question))
            foreach (var (answer, score) in shelf.Search(titles.Generalise(part), asked, day))
                best[answer] = Math.Max(best.GetValueOrDefault(answer), score);
        return [.. best.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Id, StringComparer.Ordinal).Select(pair => new Found<Answer>(pair.Key, pair.Value))];
    }

    /// <summary>The whole text and each of its questions: the sentence before often says only who is asking.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        yield return text;
        var start = 0;
        var count = 0;
        foreach (var token in Tokenizer.Split(text))
        {
            if (token is not { Kind: TokenKind.Mark, Text: "." or "?" or "!" or "\n" })
                continue;
            if (token.Text == "?" && ++count <= MostSentences && (start > 0 || token.End < text.Length))
                yield return text[start..token.End];
            start = token.End;
        }
    }

    /// <summary>The answers in one language.</summary>
    private sealed class Shelf(IReadOnlyList<Answer> answers, Titles titles, SentenceEncoder? encoder)
    {
        // who names no show, or a show that no answer is about, rather means all of them
        private const double LessExact = 0.9;

        private readonly SearchIndex index = new(
            [.. answers.Select(answer => new SearchEntry(answer.Id, [.. answer.Wordings.Select(titles.Generalise)], titles.Generalise(answer.Text)))], encoder);

        private readonly IReadOnlySet<string>[] about = [.. answers.Select(answer => titles.In(answer.Wordings[0]))];

        public IEnumerable<(Answer, double)> Search(string question, IReadOnlySet<string> asked, DateOnly day) =>
            from hit in index.Search(question, MostAnswers, place => answers[place].HoldsOn(day) && Concerns(about[place], asked))
            select (answers[hit.Place], about[hit.Place].Count > 0 == asked.Count > 0 ? hit.Score : hit.Score * LessExact);

        private static bool Concerns(IReadOnlySet<string> about, IReadOnlySet<string> asked) =>
            about.Count == 0 || asked.Count == 0 || about.Overlaps(asked);
    }
}
