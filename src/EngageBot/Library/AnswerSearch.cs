using EngageBot.Language.Encoder;

namespace EngageBot.Library;

/// <summary>Finds the answers to what a follower asks.</summary>
internal sealed class AnswerSearch
{
    // what other languages mean it hardly knows
    private const string EncodersLanguage = "en";

    private readonly Titles titles;
    private readonly Dictionary<string, AnswerShelf> shelves;

    public AnswerSearch(IReadOnlyList<Answer> answers, Titles titles, SentenceEncoder? encoder = null)
    {
        this.titles = titles;
        shelves = answers.GroupBy(answer => answer.Language).ToDictionary(group => group.Key, group => new AnswerShelf([.. group], titles, EncoderFor(group.Key, encoder)));
    }

    public IReadOnlyList<Found<Answer>> For(string question, string language, DateOnly day)
    {
        if (!shelves.TryGetValue(language, out var shelf))
            return [];
        var best = new Dictionary<Answer, double>(ReferenceEqualityComparer.Instance);
        var asked = titles.In(question);
        foreach (var part in Sentences.Asked(question))
            foreach (var (answer, score) in shelf.Search(titles.Generalise(part), asked, day))
                best[answer] = Math.Max(best.GetValueOrDefault(answer), score);
        return [.. best.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Id, StringComparer.Ordinal).Select(pair => new Found<Answer>(pair.Key, pair.Value))];
    }

    /// <summary>Null for a language that the encoder hardly knows: there letters say more.</summary>
    public static SentenceEncoder? EncoderFor(string language, SentenceEncoder? encoder) => language == EncodersLanguage ? encoder : null;
}
