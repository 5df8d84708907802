using System.Globalization;
using EngageBot.Benchmarks.Peers;
using EngageBot.Language.Features;

namespace EngageBot.Benchmarks.Quality;

/// <summary>fastText's supervised mode with word pairs, as its manual advises for short texts.</summary>
internal sealed class FastText : IContestant
{
    public string Name => "fastText";

    public async Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        if (!await IsHereAsync(cancellationToken))
            return Answers.None("not measured: neither is it installed, nor could apt-get install it");
        var folder = Directory.CreateTempSubdirectory("fasttext");
        try
        {
            var (train, test, model) = (Path.Combine(folder.FullName, "train"), Path.Combine(folder.FullName, "test"), Path.Combine(folder.FullName, "model"));
            await File.WriteAllLinesAsync(train, texts.Train.Select(one => $"__label__{texts.Labels.IndexOf(one.Label)} {PlainText.ForGrams(one.Text)}"), cancellationToken);
            await File.WriteAllLinesAsync(test, texts.Test.Select(one => PlainText.ForGrams(one.Text) + " ."), cancellationToken);
            string[] learn = ["supervised", "-input", train, "-output", model, .. "-epoch 25 -lr 0.5 -wordNgrams 2 -minn 2 -maxn 5 -thread 2 -verbose 0".Split(' ')];
            if (await Tool.RunAsync("fasttext", learn, cancellationToken) is null
                || await Tool.RunAsync("fasttext", ["predict", model + ".bin", test], cancellationToken) is not { } lines)
                return Answers.None("not measured: fasttext failed");
            return new Answers([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => texts.Labels[int.Parse(line.AsSpan(9), CultureInfo.InvariantCulture)])]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> IsHereAsync(CancellationToken cancellationToken) =>
        File.Exists("/usr/bin/fasttext") || await Tool.RunAsync("apt-get", ["install", "-y", "fasttext"], cancellationToken) is not null;
}
