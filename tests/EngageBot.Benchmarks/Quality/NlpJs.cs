using System.Globalization;
using EngageBot.Benchmarks.Peers;

namespace EngageBot.Benchmarks.Quality;

/// <summary>NLP.js as its guide sets it up for English.</summary>
internal sealed class NlpJs : IContestant
{
    private static readonly string[] Packages = ["@nlpjs/basic@4.27.0"];

    public string Name => "NLP.js";

    public async Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("nlpjs");
        try
        {
            var (train, test, result) = (Path.Combine(folder.FullName, "train"), Path.Combine(folder.FullName, "test"), Path.Combine(folder.FullName, "result"));
            await File.WriteAllLinesAsync(train, texts.Train.Select(one => $"{one.Label}\t{one.Text}"), cancellationToken);
            await File.WriteAllLinesAsync(test, texts.Test.Select(one => one.Text + " ."), cancellationToken);
            var (output, why) = await NodePackages.RunAsync("nlpjs.cjs", Packages, [train, test, result], cancellationToken);
            if (output is null)
                return Answers.None(why);
            // it says None where no word is known; the commonest class is then the best guess
            var commonest = texts.Train.CountBy(one => one.Label).MaxBy(pair => pair.Value).Key;
            var rows = (await File.ReadAllLinesAsync(result, cancellationToken)).Select(line => line.Split('\t')).ToList();
            return new Answers(
                [.. rows.Select(row => texts.Labels.Contains(row[0]) ? row[0] : commonest)],
                [.. rows.Select(row => Chance(row[0], double.Parse(row[1], CultureInfo.InvariantCulture), texts.Task.Positive))]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Chance(string label, double score, string? positive) => positive is null || label == positive ? score : 1 - score;
}
