using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Library;

/// <summary>
/// The answers in one language. Those that differ by nothing but the show they are about are one entry for the search, else
/// each would make the words of all look common; which of them is meant, the named show decides.
/// </summary>
internal sealed class AnswerShelf
{
    private const int MostAnswers = 12;
    // who names a show that no answer is about may mean something that holds for this show alone
    private const double LessExact = 0.95;

    private readonly Member[][] families;
    private readonly SearchIndex index;

    public AnswerShelf(IReadOnlyList<Answer> answers, Titles titles, SentenceEncoder? encoder)
    {
        families =
        [
            .. from answer in answers
               group new Member(answer, titles.In(answer.Wordings[0])) by string.Join(' ', SearchTerms.Of(titles.Generalise(answer.Wordings[0]))) into family
               select family.ToArray(),
        ];
        var others = answers.SelectMany(answer => answer.NotFor.Select(question => new SearchEntry($"not {answer.Id}", [titles.Generalise(question)], "")));
        index = new SearchIndex([.. families.Select(family => EntryOf(family, titles)), .. others], encoder);
    }

    public IEnumerable<(Answer, double)> Search(string question, IReadOnlySet<string> asked, DateOnly day) =>
        from hit in index.Search(question, MostAnswers, place => place >= families.Length || Meant(families[place], asked, day) is not null)
            // what is found behind a question that we know to have no answer is no answer to it
            .TakeWhile(hit => hit.Place < families.Length)
        let member = Meant(families[hit.Place], asked, day)
        select (member.Answer, asked.Count > 0 && member.About.Count == 0 ? hit.Score * LessExact : hit.Score);

    /// <summary>The one about the named show, else the one about all shows. Who names none of several was not clear enough for an answer.</summary>
    private static Member? Meant(Member[] family, IReadOnlySet<string> asked, DateOnly day)
    {
        var valid = family.Where(member => member.Answer.HoldsOn(day)).ToList();
        return valid.Find(member => member.About.Overlaps(asked))
            ?? valid.Find(member => member.About.Count == 0)
            ?? (asked.Count == 0 && family.Length == 1 ? valid.FirstOrDefault() : null);
    }

    private static SearchEntry EntryOf(Member[] family, Titles titles) => new(
        family[0].Answer.Id,
        [.. family.SelectMany(member => member.Answer.Wordings).Select(titles.Generalise).Distinct(StringComparer.OrdinalIgnoreCase)],
        titles.Generalise(family[0].Answer.Text));

    /// <summary>An answer and the shows that its question names.</summary>
    private sealed record Member(Answer Answer, IReadOnlySet<string> About);
}
