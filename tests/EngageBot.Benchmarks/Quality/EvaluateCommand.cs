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
        var command = new Command("evaluate", "Fits on each task's training part and judges on its test: majority, rules, fastText and ours.") { data, only };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var encoder = SentenceEncoder.Load();
            IContestant[] contestants = [new Majority(), new Rules(new MentionFeatures(encoder)), new FastText(), new Ours(encoder, folder)];
            Console.WriteLine(Row("task", "who", "accuracy", "macro-F1", "95 %", "F1", "Brier", ""));
            foreach (var task in SplitTask.All.Where(task => parsed.GetValue(only) is not { Length: > 0 } wanted || wanted.Contains(task.Name)))
            {
                var texts = TaskTexts.Read(folder, task);
                foreach (var contestant in contestants)
                    if (await contestant.AnswerAsync(texts, cancellationToken) is { } answers)
                        Console.WriteLine(Row(texts, contestant.Name, answers));
            }
            return 0;
        });
        return command;
    }

    private static string Row(TaskTexts texts, string who, Answers answers)
    {
        var truth = texts.Test.Select(one => one.Label).ToList();
        var report = Report.Of(truth, answers.Labels);
        var (low, high) = Report.Interval(truth, answers.Labels, drawn => drawn.MacroF1, texts.Labels.Count > 20 ? 50 : 300);
        return Row(
            texts.Task.Name,
            who,
            Number(report.Accuracy),
            Number(report.MacroF1),
            $"{Number(low)}-{Number(high)}",
            texts.Task.Positive is { } positive ? Number(report.Classes[positive].F1) : "",
            answers.Chances is { } chances ? Number(Ranking.Brier(chances, [.. truth.Select(label => label == texts.Task.Positive)])) : "",
            answers.Remark);
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Row(string task, string who, string accuracy, string macro, string interval, string one, string brier, string remark) =>
        $"{task,-13} {who,-9} {accuracy,8} {macro,8} {interval,11} {one,6} {brier,6} {remark}".TrimEnd();
}
