using EngageBot.Language;

namespace EngageBot.Library;

/// <summary>Finds the answers to a question by the words that the question shares with their wordings; rare words weigh more.</summary>
internal sealed class AnswerSearch
{
    // how much a word counts that only one side has: people add more words than our short wordings do
    private const double OnlyAsked = 0.3;
    private const double OnlyWritten = 0.45;
    // to name the same show is not yet to ask the same thing
    private const double OnlyTitle = 0.2;
    // one word in common may be chance
    private const double OneWordOfMany = 0.7;
    private const int MostSentences = 4;

    private readonly IReadOnlyList<string> shows;
    private readonly Dictionary<string, double> rarity;
    private readonly List<(Answer Answer, HashSet<string> Words)> wordings;
    private readonly ILookup<string, int> postings;

    public AnswerSearch(IReadOnlyList<Answer> answers, IReadOnlyList<string> shows)
    {
        this.shows = shows;
        wordings = [.. from answer in answers from wording in answer.Wordings select (answer, SearchWords.Of(wording, shows))];
        rarity = wordings.SelectMany(wording => wording.Words).GroupBy(word => word)
            .ToDictionary(group => group.Key, group => Math.Log(1 + ((wordings.Count + 1.0) / group.Count())));
        postings = wordings.SelectMany((wording, place) => wording.Words.Select(word => (word, place))).ToLookup(pair => pair.word, pair => pair.place);
    }

    public IReadOnlyList<Found<Answer>> For(string question, string language, DateOnly day)
    {
        var best = new Dictionary<Answer, double>(ReferenceEqualityComparer.Instance);
        foreach (var sentence in Parts(question))
        {
            var asked = SearchWords.Of(sentence, shows);
            foreach (var place in asked.SelectMany(word => postings[word]).Distinct())
            {
                var (answer, words) = wordings[place];
                if (answer.Language == language && answer.HoldsOn(day))
                    best[answer] = Math.Max(best.GetValueOrDefault(answer), Likeness(asked, words));
            }
        }
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

    private double Likeness(HashSet<string> asked, HashSet<string> written)
    {
        var (shared, onlyAsked, onlyWritten, common) = (0.0, 0.0, 0.0, 0);
        foreach (var word in asked.Where(word => !IsTitle(word)))
            if (!written.Contains(word))
                onlyAsked += Rarity(word);
            else
                (shared, common) = (shared + Rarity(word), common + 1);
        foreach (var word in written.Where(word => !asked.Contains(word)))
            onlyWritten += Rarity(word);
        shared += asked.Count(word => IsTitle(word) && written.Contains(word)) * OnlyTitle;
        var likeness = shared / (shared + (OnlyAsked * onlyAsked) + (OnlyWritten * onlyWritten));
        return common == 1 && asked.Count > 2 ? likeness * OneWordOfMany : likeness;
    }

    private static bool IsTitle(string word) => word == SearchWords.AnyShow || word.StartsWith(SearchWords.OneShow, StringComparison.Ordinal);

    // a word that no wording has says little about which of them is meant
    private double Rarity(string word) => rarity.GetValueOrDefault(word, 1.5);
}
