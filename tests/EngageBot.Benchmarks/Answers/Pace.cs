using System.Diagnostics;
using EngageBot.Benchmarks.Figures;
using EngageBot.Language.Encoder;
using EngageBot.Language.Search;

namespace EngageBot.Benchmarks.Answers;

/// <summary>How long a search takes among ten thousand answers.</summary>
internal static class Pace
{
    private const int Answers = 10_000;
    private const int Questions = 2_000;
    private static readonly string[] Sources = ["banking77", "clinc150", "hwu64"];

    public static void Measure(DirectoryInfo data, SentenceEncoder encoder, IReadOnlyList<SearchEntry> texts, FigureTable table)
    {
        var phrasings = Texts(data, "train.tsv").Distinct().Take(Answers).ToList();
        var entries = phrasings.Select((phrasing, number) => new SearchEntry($"{number}", [phrasing], texts[number % texts.Count].Text)).ToList();
        // every third, so that all sources have their say
        var questions = Texts(data, "dev.tsv").Where((_, number) => number % 3 == 0).Take(Questions).ToList();
        var watch = Stopwatch.StartNew();
        var letters = new SearchIndex(entries);
        table.Add($"{entries.Count} answers: index made", watch.Elapsed.TotalMilliseconds, "ms");
        Ask(letters, questions, "letters alone", table);
        var meaning = new SearchIndex(entries, encoder);
        Ask(meaning, questions, "with meaning, vectors made as needed", table);
        watch.Restart();
        meaning.WarmUp(CancellationToken.None);
        table.Add("the vectors that were missing", watch.Elapsed.TotalMilliseconds, "ms");
        Ask(meaning, questions, "with meaning", table, Aim.AtMost(5));
    }

    private static void Ask(SearchIndex index, List<string> questions, string name, FigureTable table, Aim? aim = null)
    {
        var times = questions.Select(question =>
        {
            var start = Stopwatch.GetTimestamp();
            index.Search(question, 3);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        table.Add($"a question, {name}, p50", times[times.Count / 2], "ms", aim);
        table.Add($"a question, {name}, p95", times[times.Count * 95 / 100], "ms", aim);
    }

    private static IEnumerable<string> Texts(DirectoryInfo data, string file) =>
        Sources.SelectMany(source => File.ReadLines(Path.Combine(data.FullName, source, file))).Select(line => line.Split('\t')[1]);
}
