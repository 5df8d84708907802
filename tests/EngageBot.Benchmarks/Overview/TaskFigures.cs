using System.Runtime.CompilerServices;
using EngageBot.Benchmarks.Figures;
using EngageBot.Benchmarks.Quality;
using EngageBot.Cli;
using EngageBot.Language.Encoder;

namespace EngageBot.Benchmarks.Overview;

/// <summary>The heads on shared splits, beside their peers.</summary>
internal static class TaskFigures
{
    private const double Ahead = 0.02;

    private static readonly Dictionary<string, double> Aims = new()
    {
        ["tac_question"] = 0.84,
        ["go_gratitude"] = 0.93,
        ["clinc150"] = 0.955,
        ["banking77"] = 0.93,
        ["hwu64"] = 0.905,
        ["smile_happy"] = 0.865,
    };

    public static async IAsyncEnumerable<TableRow> MeasureAsync(string data, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var contestants = EvaluateCommand.Contestants(SentenceEncoder.Load(), data);
        foreach (var task in SplitTask.All)
        {
            if (Read(data, task, out var why) is not { } texts)
            {
                yield return TableRow.Missing(task.Name, why);
                continue;
            }
            var all = new List<Judged>();
            foreach (var contestant in contestants)
                if (await contestant.AnswerAsync(texts, cancellationToken) is { Labels.Count: > 0 } answers)
                    all.Add(new Judged(texts, contestant.Name, answers));
            foreach (var line in Lines(task, all))
                yield return line;
        }
    }

    private static TaskTexts? Read(string data, SplitTask task, out string why)
    {
        try
        {
            why = "";
            return TaskTexts.Read(data, task);
        }
        catch (BadInputException missing)
        {
            why = missing.Message;
            return null;
        }
    }

    private static IEnumerable<TableRow> Lines(SplitTask task, List<Judged> all)
    {
        var (ours, peers) = (all[^1], all.SkipLast(1).ToList());
        var what = $"{task.Name}, {task.Measure switch { Measure.F1 => $"F1 of {task.Positive}", Measure.MacroF1 => "macro-F1", _ => "accuracy" }}";
        var beside = string.Join(", ", peers.Select(peer => $"{peer.Who} {TableRow.Number(peer.Figure)}"));
        double? aim = Aims.TryGetValue(task.Name, out var fixedAim) ? fixedAim
            : task.Name == "te_offensive" ? peers.Where(peer => peer.Who is "ML.NET" or "fastText").Select(peer => peer.Figure).DefaultIfEmpty(0).Max() + Ahead
            : null;
        yield return aim is { } bound ? TableRow.Of(what, beside, ours.Figure, ".000", Aim.AtLeast(bound)) : new TableRow(what, beside, TableRow.Number(ours.Figure));
        if (ours.Answers.OutOfScope is { } area)
            yield return TableRow.Of($"{task.Name}, out of scope, AUROC", "", area, ".000", Aim.AtLeast(0.96));
    }
}
