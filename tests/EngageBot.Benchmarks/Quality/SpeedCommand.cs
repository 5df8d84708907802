using System.CommandLine;
using System.Diagnostics;
using EngageBot.Benchmarks.Figures;
using EngageBot.Language.Encoder;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary><c>speed</c>: how many mentions a second one core reads, from the text to the reasons.</summary>
internal static class SpeedCommand
{
    private const int WarmUp = 1000;

    public static Command Create()
    {
        var mentions = new Option<FileInfo>("--mentions") { Description = "Mentions, id and text a line.", Required = true };
        var command = new Command("speed", "Readings per second on one core, the whole way from the text to the reasons.") { mentions };
        command.SetAction(parsed =>
        {
            var texts = File.ReadLines(parsed.GetRequiredValue(mentions).FullName).Select(line => line.Split('\t')[^1]).ToArray();
            var table = new FigureTable();
            Measure(texts, table);
            table.Print($"speed --mentions {parsed.GetRequiredValue(mentions).Name}");
            return 0;
        });
        return command;
    }

    private static void Measure(string[] texts, FigureTable table)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reader = new MentionReader(new IntentHeads(IntentHeads.LoadShipped(), SentenceEncoder.Load()));
        table.Add("managed memory of the reader", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6, "MB", Aim.AtMost(60));
        var account = MentionFeatures.Account(MentionFeatures.Nobody);
        foreach (var text in texts.Take(WarmUp))
            reader.Read(MentionFeatures.Post(text), account);
        var times = new double[texts.Length];
        for (var index = 0; index < texts.Length; index++)
        {
            var started = Stopwatch.GetTimestamp();
            reader.Read(MentionFeatures.Post(texts[index]), account);
            times[index] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        var sample = new Sample(times);
        table.Add("readings per second", 1000 * times.Length / times.Sum(), "/s", Aim.AtLeast(800));
        table.Add("half of them within", sample.Median, "ms");
        table.Add("99 in 100 within", sample.Percentile(99), "ms", Aim.AtMost(5));
    }
}
