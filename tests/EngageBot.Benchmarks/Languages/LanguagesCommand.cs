using System.CommandLine;
using System.Globalization;
using EngageBot.Benchmarks.Line;
using EngageBot.Benchmarks.Quality;
using EngageBot.Cli;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Languages;

/// <summary><c>languages</c>: how well and how quickly languages are told, beside other libraries.</summary>
internal static class LanguagesCommand
{
    public const string Sentences = "lid_lingua_sentences";

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = $"The folder with {Sentences}/test.tsv.", Required = true };
        var here = new Option<string>("--here") { Description = "The folder that holds Seeds.", DefaultValueFactory = _ => Sources.Bench };
        var command = new Command("languages", "Tells the language of sentences in 32 languages, whole and cut, and of short mentions; beside franc, tinyld and eld.") { data, here };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (var (name, texts) in Sets(parsed.GetRequiredValue(data).FullName, parsed.GetRequiredValue(here)))
                foreach (var trial in await TryAsync(texts, cancellationToken))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{name,-34} {trial.Who,-28} right {trial.Right:0.000}  unsure {trial.Unsure:0.000}  wrong {1 - trial.Right - trial.Unsure:0.000}  {trial.TextsPerSecond,9:#,0}/s"));
            return 0;
        });
        return command;
    }

    /// <summary>The sentences whole and cut, which nothing was chosen on, and the seeds.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<LabelledText> Texts)> Sets(string data, string here)
    {
        var file = Path.Combine(data, Sentences, "test.tsv");
        if (!File.Exists(file))
            throw new BadInputException($"There is no file {file}; name the folder of the data sets with --data.");
        LabelledText[] sentences = [.. File.ReadLines(file).Select(line => line.Split('\t', 2)).Select(cells => new LabelledText(cells[0], cells[1]))];
        yield return ($"32 languages, sentences ({sentences.Length})", sentences);
        yield return ($"32 languages, first 40 letters", [.. sentences.Select(one => one with { Text = one.Text[..Math.Min(40, one.Text.Length)] })]);
        LabelledText[] seeds =
        [
            .. from language in LanguageGuess.Known
               from line in File.ReadLines(Path.Combine(here, "Seeds", $"{language}.tsv"))
               select new LabelledText(language, line.Split('\t')[1]),
        ];
        yield return ($"seeds in seven languages ({seeds.Length})", seeds);
    }

    public static async Task<IReadOnlyList<LanguageTrial>> TryAsync(IReadOnlyList<LabelledText> texts, CancellationToken cancellationToken)
    {
        var (peers, why) = await LanguagePeer.AskAsync([.. texts.Select(text => text.Text)], cancellationToken);
        if (peers.Count == 0)
            Console.WriteLine($"franc, tinyld, eld: {why}");
        return [.. peers.Select(peer => LanguageTrial.Of(peer.Name, peer.Found, texts, peer.TextsPerSecond)), .. LanguageTrial.OfOurs(texts)];
    }
}
