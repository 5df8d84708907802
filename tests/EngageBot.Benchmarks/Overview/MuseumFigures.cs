using EngageBot.Benchmarks.Figures;
using EngageBot.Benchmarks.Quality;
using EngageBot.Language.Encoder;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Overview;

/// <summary>Real mentions of museums, each read by heads that had not seen it.</summary>
internal static class MuseumFigures
{
    private static readonly string[] Common = ["question", "complaint", "thanks", "chat", "aside"];

    public static IReadOnlyList<TableRow> Measure(string data, string root)
    {
        var encoder = SentenceEncoder.Load();
        var features = new MentionFeatures(encoder);
        var corpus = MentionCorpus.Read(Path.Combine(data, "mentions", "museums.tsv"), Path.Combine(root, "tests", "EngageBot.Benchmarks"));
        var (heads, all) = new MentionTrainer(features, corpus, data).Fit();
        var held = all.Where(mention => mention.Mention.Source == MentionCorpus.Museum && mention.Handle != MentionFeatures.Nobody).ToList();
        var verdicts = new LearnedVerdict(new IntentHeads(heads, encoder));
        var read = held.Select(mention => verdicts.Of(mention.Chances, features.Look(mention.Mention.Text, mention.Handle))).ToList();
        var truth = held.Select(mention => mention.Mention.Label).ToList();
        var ours = Report.Of(truth, [.. read.Select(verdict => Words.Of(verdict.Intent))]);
        var rules = Report.Of(truth, [.. held.Select(mention => features.RuleOf(mention.Mention.Text, mention.Handle))]);
        var welcome = read.Zip(held).Count(pair => pair.First.WelcomesReply == pair.Second.Mention.IsReplyWelcome) / (double)held.Count;
        return
        [
            Of("accuracy over eight intents", report => report.Accuracy, 0.80),
            Of("macro-F1 of the five common ones", report => Common.Average(label => report.Classes[label].F1), 0.75),
            Of("complaints found", report => report.Classes["complaint"].Recall, 0.92),
            TableRow.Of("museum mentions held back: reply welcome", "", welcome, ".000", Aim.AtLeast(0.90)),
        ];

        TableRow Of(string what, Func<Report, double> figure, double aim) =>
            TableRow.Of($"museum mentions held back: {what}", $"rules {TableRow.Number(figure(rules))}", figure(ours), ".000", Aim.AtLeast(aim));
    }
}
