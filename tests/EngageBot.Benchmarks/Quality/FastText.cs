using System.Diagnostics;
using EngageBot.Language.Features;

namespace EngageBot.Benchmarks.Quality;

/// <summary>fastText's supervised mode with word pairs, as its manual advises for short texts.</summary>
internal sealed class FastText : IContestant
{
    public string Name => "fastText";

    public async Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("fasttext");
        try
        {
            if (!await IsHereAsync(cancellationToken))
            {
                await Console.Error.WriteLineAsync("fastText is left out: neither is it installed, nor could apt-get install it.");
                return null;
            }
            var (train, test, model) = (Path.Combine(folder.FullName, "train"), Path.Combine(folder.FullName, "test"), Path.Combine(folder.FullName, "model"));
            await File.WriteAllLinesAsync(train, texts.Train.Select(one => $"__label__{texts.Labels.IndexOf(one.Label)} {PlainText.ForGrams(one.Text)}"), cancellationToken);
            await File.WriteAllLinesAsync(test, texts.Test.Select(one => PlainText.ForGrams(one.Text) + " ."), cancellationToken);
            await OutputAsync("fasttext", $"supervised -input {train} -output {model} -epoch 25 -lr 0.5 -wordNgrams 2 -minn 2 -maxn 5 -thread 2 -verbose 0", cancellationToken);
            var lines = await OutputAsync("fasttext", $"predict {model}.bin {test}", cancellationToken);
            return new Answers([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => texts.Labels[int.Parse(line.AsSpan(9), System.Globalization.CultureInfo.InvariantCulture)])]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> IsHereAsync(CancellationToken cancellationToken) =>
        await RunsAsync("fasttext", "", cancellationToken)
        || (await RunsAsync("apt-get", "install -y fasttext", cancellationToken) && await RunsAsync("fasttext", "", cancellationToken));

    private static async Task<bool> RunsAsync(string program, string arguments, CancellationToken cancellationToken)
    {
        try
        {
            await OutputAsync(program, arguments, cancellationToken);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<string> OutputAsync(string program, string arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await errors;
        await process.WaitForExitAsync(cancellationToken);
        return output;
    }
}
