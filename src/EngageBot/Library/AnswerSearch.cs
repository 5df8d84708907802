using EngageBot.Language;
using EngageBot.Language.Encoder;

namespace EngageBot.Library;

/// <summary>Finds the answers to what a follower asks.</summary>
internal sealed class AnswerSearch
{
    private const int MostSentences = 4;
    // what other languages mean it hardly knows
    private const string EncodersLanguage = "en";

    private readonly Titles titles;
    private readonly Dictionary<string, AnswerShelf> shelves;

    public AnswerSearch(IReadOnlyList<Answer> answers, Titles titles, SentenceEncoder? encoder = null)
    {
        this.titles = titles;
        shelves = answers.GroupBy(answer => answer.Language).ToDictionary(group => group.Key, group => new AnswerShelf([.. group], titles, group.Key == EncodersLanguage ? encoder : null));
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
}
