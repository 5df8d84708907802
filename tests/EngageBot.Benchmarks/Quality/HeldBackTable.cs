using System.Globalization;
using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary>How the heads and the rules read mentions that were held back, in lines of text.</summary>
internal static class HeldBackTable
{
    private static readonly string[] Common = ["question", "complaint", "thanks", "chat", "aside"];

    public static IEnumerable<string> Of(IReadOnlyList<HeldBack> mentions, MentionFeatures features, HeadSet set)
    {
        var verdicts = new LearnedVerdict(new IntentHeads(set, SentenceEncoder.Load()));
        foreach (var part in mentions.GroupBy(mention => (mention.Mention.Source, IsNamed: mention.Handle != MentionFeatures.Nobody)))
        {
            var name = part.Key.Source + (part.Key.IsNamed ? "" : ", whom it addresses unknown");
            var truth = part.Select(mention => mention.Mention.Label).ToList();
            var ours = part.Select(mention => Read(verdicts, mention, features)).ToList();
            yield return Line(name, "heads", truth, [.. ours.Select(verdict => Words.Of(verdict.Intent))]);
            yield return Line(name, "rules", truth, [.. part.Select(mention => features.RuleOf(mention.Mention.Text, mention.Handle))]);
            var hits = ours.Zip(truth, (verdict, label) => Words.Of(verdict.Intent) == label).ToList();
            var welcome = ours.Zip(part, (verdict, mention) => verdict.WelcomesReply == mention.Mention.IsReplyWelcome).Count(yes => yes);
            var sure = ours.Select(verdict => verdict.Confidence).ToList();
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{name}: reply welcome {(double)welcome / truth.Count:0.000}, Brier {Ranking.Brier(sure, hits):0.000}, calibration error {Ranking.CalibrationError(sure, hits):0.000}, unsure {ours.Count(verdict => verdict.Intent == Intent.Unsure)}");
        }
    }

    private static Verdict Read(LearnedVerdict verdicts, HeldBack mention, MentionFeatures features) =>
        verdicts.Of(mention.Chances, features.Look(mention.Mention.Text, mention.Handle));

    private static string Line(string source, string who, List<string> truth, List<string> guesses)
    {
        var report = Report.Of(truth, guesses);
        var (low, high) = Report.Interval(truth, guesses, drawn => drawn.Accuracy);
        var macro = Common.Where(report.Classes.ContainsKey).Average(label => report.Classes[label].F1);
        var classes = IntentHeads.Names.Where(report.Classes.ContainsKey)
            .Select(label => string.Create(CultureInfo.InvariantCulture, $"{label} {report.Classes[label].Precision:0.00}/{report.Classes[label].Recall:0.00}/{report.Classes[label].F1:0.00}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{source} ({truth.Count}), {who}: accuracy {report.Accuracy:0.000} [{low:0.000}, {high:0.000}], macro-F1 of five {macro:0.000}; precision/recall/F1: {string.Join(", ", classes)}");
    }
}
