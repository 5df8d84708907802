using System.Globalization;
using EngageBot.Benchmarks.Peers;

namespace EngageBot.Benchmarks.Languages;

/// <summary>What other libraries take texts for.</summary>
internal sealed record LanguagePeer(string Name, IReadOnlyList<string> Found, double TextsPerSecond)
{
    private static readonly string[] Packages = ["franc@6.2.0", "tinyld@1.3.4", "eld@2.1.0"];

    /// <returns>The peers, or why there are none.</returns>
    public static async Task<(IReadOnlyList<LanguagePeer> Peers, string Why)> AskAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("languages");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "texts"), Path.Combine(folder.FullName, "found"));
            await File.WriteAllLinesAsync(from, texts, cancellationToken);
            var (output, why) = await NodePackages.RunAsync("languages.mjs", Packages, [from, to], cancellationToken);
            if (output is null)
                return ([], why);
            var rows = (await File.ReadAllLinesAsync(to, cancellationToken)).Select(line => line.Split('\t')).ToList();
            return ([.. rows[0].Select((name, column) => new LanguagePeer(
                name,
                [.. rows.Skip(1).Take(texts.Count).Select(row => row[column])],
                double.Parse(rows[^1][column], CultureInfo.InvariantCulture)))], "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
