using EngageBot.Benchmarks.Quality;
using EngageBot.Language.Search;

namespace EngageBot.Benchmarks.Answers;

/// <summary>One way to search, tried on one set.</summary>
/// <param name="Separation">How well it tells questions with an answer from the same questions whose answer was taken out; none where it gives no score.</param>
/// <param name="Given">The share of the questions that it dares to answer.</param>
/// <param name="GivenRight">How many of those answers are right.</param>
/// <param name="GivenWithout">The share of the questions that it answers although their answer was taken out.</param>
internal sealed record Trial(Ranks Ranks, double? Separation = null, double? Given = null, double? GivenRight = null, double? GivenWithout = null)
{
    /// <summary>Whatever is asked: the answers in the order of how often they are the right one.</summary>
    public static Trial OfMajority(QuestionSet set)
    {
        var often = new float[set.Entries.Count];
        foreach (var (_, right) in set.Questions)
            often[right]++;
        return new Trial(new Ranks([.. set.Questions.Select(question => Ranks.Of(question.Right, often))]));
    }

    /// <summary>BM25 over question, question and answer.</summary>
    public static Trial OfWords(QuestionSet set)
    {
        var words = new WordIndex([.. set.Entries.Select(entry => $"{entry.Phrasings[0]} {entry.Phrasings[0]} {entry.Text}")]);
        return new Trial(new Ranks([.. set.Questions.Select(question =>
        {
            var scores = new float[set.Entries.Count];
            words.Score(question.Question, scores);
            return Ranks.Of(question.Right, scores);
        })]));
    }

    public static Trial Of(SearchIndex index, QuestionSet set)
    {
        var all = set.Questions.Select(question => index.Search(question.Question, set.Entries.Count)).ToList();
        var ranks = all.Zip(set.Questions, (hits, question) => hits.TakeWhile(hit => hit.Place != question.Right).Count() is var before && before < hits.Count ? before + 1 : 0).ToList();
        var with = all.Select(Best).ToList();
        var without = set.Questions.Select(question => Best(index.Search(question.Question, 1, place => place != question.Right))).ToList();
        var given = with.Zip(ranks).Where(pair => pair.First >= SearchIndex.Sure).ToList();
        return new Trial(
            new Ranks(ranks),
            Ranking.Auroc([.. with, .. without], [.. with.Select(_ => true), .. without.Select(_ => false)]),
            given.Count / (double)with.Count,
            given.Count(pair => pair.Second == 1) / Math.Max(1.0, given.Count),
            without.Count(score => score >= SearchIndex.Sure) / (double)without.Count);
    }

    private static double Best(IReadOnlyList<SearchHit> hits) => hits.Count > 0 ? hits[0].Score : 0;
}
