using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EngageBot.Benchmarks.Figures;
using EngageBot.Language.Encoder;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Voice;

/// <summary><c>lint</c>: how well adverts are told from people, beside two simple ways, and how quickly.</summary>
internal static class LintCommand
{
    private const double AimedF1 = 0.9;
    private const double AimedLead = 15;
    private const int AimedPace = 20_000;
    private const int Timed = 200_000;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Voice");

    public static Command Create()
    {
        var misses = new Option<bool>("--misses") { Description = "Names the replies of the tuning half that are judged wrongly; those kept back are never named." };
        var sms = new Option<FileInfo?>("--sms") { Description = "Also judges a file of labelled messages, spam or ham (label⇥text a line), which nobody tuned on." };
        var command = new Command("lint", "Judges the labelled replies at the warn threshold, and times the lint.") { misses, sms };
        command.SetAction(parsed => Run(parsed.GetValue(misses), parsed.GetValue(sms)));
        return command;
    }

    private static void Run(bool misses, FileInfo? sms)
    {
        var trial = new LintTrial(Path.Combine(Folder, "voice.yaml"), new MentionReader(new IntentHeads(IntentHeads.LoadShipped(), SentenceEncoder.Load())));
        var replies = LabelledReply.Read(Path.Combine(Folder, "replies.tsv"));
        var later = LabelledReply.Read(Path.Combine(Folder, "later.tsv"));
        var table = new FigureTable();
        Console.WriteLine($"{"",-34}{"precision",10}{"recall",8}{"F1",8}   95 %");
        Compare("tuned on", [.. replies.Where(reply => reply.IsForTuning)], trial);
        var (ours, lead) = Compare("kept back", [.. replies.Where(reply => !reply.IsForTuning)], trial);
        Compare("written later", later, trial);
        Compare("written last", LabelledReply.Read(Path.Combine(Folder, "last.tsv")), trial);
        if (sms is not null)
            Compare("messages", [.. File.ReadLines(sms.FullName).Select(line => line.Split('\t')).Select(fields => new LabelledReply(fields[0] == "spam", "", "en", null, fields[1]))], trial);
        if (misses)
            foreach (var reply in replies.Where(reply => reply.IsForTuning && trial.Warns(reply) != reply.Warn))
                Console.WriteLine($"{(reply.Warn ? "missed" : "false alarm")}\t{reply.Kind}\t{reply.Mention}\t{reply.Text}");
        table.Add("F1, kept back", ours, "", Aim.AtLeast(AimedF1));
        table.Add("points of F1 above the better of the simple ways", lead * 100, "", Aim.AtLeast(AimedLead));
        var (once, twice) = Agreement.Of(replies, Path.Combine(Folder, "second.tsv"));
        table.Add($"agreement of two readings of {once}, Cohen's kappa", twice, "");
        table.Add("replies a second, one core", Pace(trial, replies), "/s", Aim.AtLeast(AimedPace));
        table.Print("lint");
    }

    private static (double F1, double Lead) Compare(string set, IReadOnlyList<LabelledReply> replies, LintTrial trial)
    {
        var ways = new (string Name, Func<LabelledReply, bool> Warns)[]
        {
            ("has a link", reply => Baselines.HasLink(reply.Text)), ("has a word of the list", reply => Baselines.HasWord(reply.Text)), ("lint", trial.Warns),
        };
        var judged = ways.Select(way => (way.Name, Judgement: Judgement.Of(replies, way.Warns))).ToList();
        foreach (var (name, judgement) in judged)
        {
            var (low, high) = judgement.Interval();
            Console.WriteLine($"{$"{set} ({replies.Count})",-20}{name,-24}" + string.Create(CultureInfo.InvariantCulture, $"{judgement.Precision:0.000} {judgement.Recall,7:0.000} {judgement.F1,7:0.000}   {low:0.000}-{high:0.000}"));
        }
        return (judged[^1].Judgement.F1, judged[^1].Judgement.F1 - judged[..^1].Max(way => way.Judgement.F1));
    }

    /// <summary>The lint alone, with the mentions read before.</summary>
    private static double Pace(LintTrial trial, IReadOnlyList<LabelledReply> replies)
    {
        var heard = replies.Select(reply => (reply.Text, Context: trial.ContextOf(reply))).ToList();
        var watch = Stopwatch.StartNew();
        for (var index = 0; index < Timed; index++)
            trial.Hear(heard[index % heard.Count].Text, heard[index % heard.Count].Context);
        return Timed / watch.Elapsed.TotalSeconds;
    }
}
