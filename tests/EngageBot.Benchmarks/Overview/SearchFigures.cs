using EngageBot.Benchmarks.Answers;
using EngageBot.Benchmarks.Figures;
using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Benchmarks.Overview;

/// <summary>How well and how quickly answers are found.</summary>
internal static class SearchFigures
{
    public static IReadOnlyList<TableRow> Measure(string data)
    {
        var (folder, encoder) = (new DirectoryInfo(data), SentenceEncoder.Load());
        var lines = new List<TableRow>();
        IReadOnlyList<SearchEntry> last = [];
        foreach (var (name, aim) in AnswersCommand.Sets)
        {
            var set = QuestionSet.Read(folder, name);
            var ours = Trial.Of(new SearchIndex(set.Entries, encoder), set).Ranks.Reciprocal;
            lines.Add(TableRow.Of($"answers, {name}, MRR", $"BM25 {TableRow.Number(Trial.OfWords(set).Ranks.Reciprocal)}", ours, ".000", Aim.AtLeast(aim)));
            last = set.Entries;
        }
        var table = new FigureTable();
        Pace.Measure(folder, encoder, last, table);
        foreach (var part in new[] { "p50", "p95" })
            lines.Add(TableRow.Of($"search among 10,000 answers, {part}, ms", "", table[$"a question, with meaning, {part}"], "0.00", Aim.AtMost(5)));
        return lines;
    }
}
