using System.Diagnostics;
using System.Reflection;
using EngageBot.Benchmarks.Figures;
using EngageBot.Benchmarks.Quality;
using EngageBot.Language.Encoder;
using EngageBot.Language.Search;
using EngageBot.Library;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Overview;

/// <summary>How quickly a mention is read, and what reading and searching take of memory.</summary>
internal static class ReadingFigures
{
    private const int WarmUp = 1000;

    public static IReadOnlyList<TableRow> Measure(string data, string root)
    {
        var texts = Mentions(data);
        var answers = AnswerFolder.Read(Path.Combine(root, "prompts", "answers"));
        var before = Resident();
        var encoder = SentenceEncoder.Load();
        var reader = new MentionReader(new IntentHeads(IntentHeads.LoadShipped(), encoder));
        var index = new SearchIndex(answers, encoder);
        index.WarmUp(CancellationToken.None);
        var account = MentionFeatures.Account(MentionFeatures.Nobody);
        // from the end, so that no vector is remembered when the first text comes again
        foreach (var text in texts.TakeLast(WarmUp))
        {
            reader.Read(MentionFeatures.Post(text), account);
            index.Search(text, 3);
        }
        var memory = (Resident() - before) / 1e6;
        var used = Environment.CpuUsage.TotalTime;
        var times = texts.Select(text =>
        {
            var started = Stopwatch.GetTimestamp();
            reader.Read(MentionFeatures.Post(text), account);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }).ToArray();
        // by processor time: other programs must not make the core look slower than it is
        var pace = texts.Length / (Environment.CpuUsage.TotalTime - used).TotalSeconds;
        GC.KeepAlive(index);
        var build = typeof(ReadingFigures).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        return
        [
            TableRow.Of($"readings a second, one core, {build} build", "", pace, "#,0", Aim.AtLeast(800)),
            new TableRow("a reading, p50", "", $"{TableRow.Number(new Sample(times).Median, "0.00")} ms"),
            TableRow.Of("a reading, p99, ms", "", new Sample(times).Percentile(99), "0.00", Aim.AtMost(5)),
            TableRow.Of($"memory that reading and searching {answers.Count} answers add, MB", "", memory, "0", Aim.AtMost(60)),
        ];
    }

    public static string[] Mentions(string data) =>
        [.. File.ReadLines(Path.Combine(data, "mentions", "museums.tsv")).Select(line => line.Split('\t')[^1])];

    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
