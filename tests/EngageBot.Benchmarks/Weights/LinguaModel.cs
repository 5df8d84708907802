using System.IO.Compression;
using System.Text.Json;

namespace EngageBot.Benchmarks.Weights;

/// <summary>What one language's model says of runs of letters: how likely the last letter is after those before it, and how likely the run.</summary>
internal sealed class LinguaModel
{
    private static readonly string[] Names = ["unigrams", "bigrams", "trigrams", "quadrigrams"];

    private readonly Dictionary<string, (double Next, double Whole)>[] runs;

    private LinguaModel(Dictionary<string, (double Next, double Whole)>[] runs) => this.runs = runs;

    public static LinguaModel Read(ZipArchive package, string language)
    {
        var runs = new Dictionary<string, (double Next, double Whole)>[Names.Length];
        for (var length = 0; length < runs.Length; length++)
        {
            runs[length] = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
            foreach (var (run, next) in Runs(package, $"contentFiles/any/any/Lingua/LanguageModels/{language}/{Names[length]}.json.br"))
                runs[length][run] = (next, next * (length == 0 ? 1 : runs[length - 1].GetValueOrDefault(run[..^1]).Whole));
        }
        return new LinguaModel(runs);
    }

    public IEnumerable<(string Run, double Next, double Whole)> OfLength(int length) =>
        runs[length - 1].Select(pair => (pair.Key, pair.Value.Next, pair.Value.Whole));

    public (double Next, double Whole) this[string run] => runs[run.Length - 1].GetValueOrDefault(run);

    private static IEnumerable<(string Run, double Next)> Runs(ZipArchive package, string name)
    {
        using var file = new BrotliStream(package.GetEntry(name)!.Open(), CompressionMode.Decompress);
        using var model = JsonDocument.Parse(file);
        foreach (var group in model.RootElement.GetProperty("ngrams").EnumerateObject())
        {
            var parts = group.Name.Split('/');
            var next = double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            foreach (var run in group.Value.GetString()!.Split(' '))
                yield return (run, next);
        }
    }
}
