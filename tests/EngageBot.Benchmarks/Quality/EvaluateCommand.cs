using System.CommandLine;
using System.Globalization;
using EngageBot.Language.Encoder;

namespace EngageBot.Benchmarks.Quality;

/// <summary><c>evaluate</c>: our heads and their peers on shared splits, as one table.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the public data sets.", Required = true };
        var only = new Option<string[]>("--only") { Description = "Only these tasks.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("evaluate", "Fits on each task's training part and judges on its test: majority, rules, fastText, ML.NET, NLP.js and ours.") { data, only };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var contestants = Contestants(SentenceEncoder.Load(), folder);
            Console.WriteLine(Row("task", "who", "accuracy", "macro-F1", "F1", "compared", "95 %", "Brier", "ECE", ""));
            foreach (var task in SplitTask.All.Where(task => parsed.GetValue(only) is not { Length: > 0 } wanted || wanted.Contains(task.Folder)))
                await JudgeAsync(TaskTexts.Read(folder, task), contestants, cancellationToken);
            return 0;
        });
        return command;
    }

    public static IContestant[] Contestants(SentenceEncoder encoder, string data) =>
        [new Majority(), new Rules(new MentionFeatures(encoder)), new FastText(), new MlNet(), new NlpJs(), new Ours(encoder, data)];

    private static async Task JudgeAsync(TaskTexts texts, IContestant[] contestants, CancellationToken cancellationToken)
    {
        var all = new List<Judged>();
        foreach (var contestant in contestants)
        {
            if (await contestant.AnswerAsync(texts, cancellationToken) is not { } answers)
                continue;
            if (answers.Labels.Count == 0)
            {
                Console.WriteLine(Row(texts.Task.Name, contestant.Name, "", "", "", "", "", "", "", answers.Remark));
                continue;
            }
            all.Add(new Judged(texts, contestant.Name, answers));
            Console.WriteLine(Row(all[^1]));
        }
        foreach (var judged in all.Where(judged => judged.HasFewClasses && judged.Who != "majority"))
            foreach (var line in ClassLines(judged))
                Console.WriteLine(line);
    }

    private static string Row(Judged judged)
    {
        var (low, high) = judged.Interval;
        return Row(
            judged.Task.Name,
            judged.Who,
            Number(judged.Report.Accuracy),
            Number(judged.Report.MacroF1),
            judged.Task.Positive is { } positive ? Number(judged.Report.Classes[positive].F1) : "",
            Number(judged.Figure),
            $"{Number(low)}-{Number(high)}",
            Number(judged.Brier),
            Number(judged.CalibrationError),
            judged.Answers.OutOfScope is { } area ? $"out-of-scope AUROC {Number(area)}" : judged.Answers.Remark);
    }

    private static IEnumerable<string> ClassLines(Judged judged) =>
        judged.Report.Classes.Select(pair =>
            $"  {judged.Task.Name}, {judged.Who}, {pair.Key} ({pair.Value.Count}): precision {Spread(judged, report => ClassOf(report, pair.Key)?.Precision)}, " +
            $"recall {Spread(judged, report => ClassOf(report, pair.Key)?.Recall)}, F1 {Spread(judged, report => ClassOf(report, pair.Key)?.F1)}");

    private static ClassReport? ClassOf(Report report, string label) => report.Classes.GetValueOrDefault(label);

    private static string Spread(Judged judged, Func<Report, double?> figure)
    {
        var (low, high) = judged.IntervalOf(report => figure(report) ?? 0);
        return $"{Number(figure(judged.Report))} [{Number(low)}, {Number(high)}]";
    }

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";

    private static string Row(params string[] cells) =>
        $"{cells[0],-17} {cells[1],-9} {cells[2],8} {cells[3],8} {cells[4],6} {cells[5],8} {cells[6],11} {cells[7],6} {cells[8],6} {cells[9]}".TrimEnd();
}
