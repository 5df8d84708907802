using EngageBot.Benchmarks.Languages;

namespace EngageBot.Benchmarks.Overview;

/// <summary>How well languages are told.</summary>
internal static class LanguageFigures
{
    public static async Task<IReadOnlyList<TableRow>> MeasureAsync(string data, string root, CancellationToken cancellationToken)
    {
        var lines = new List<TableRow>();
        foreach (var (name, texts) in LanguagesCommand.Sets(data, Path.Combine(root, "tests", "EngageBot.Benchmarks")))
        {
            var trials = await LanguagesCommand.TryAsync(texts, cancellationToken);
            var ours = trials[^2];
            var peers = string.Join(", ", trials.SkipLast(2).Select(trial => $"{trial.Who} {TableRow.Number(trial.Right)}"));
            lines.Add(new TableRow($"language of {name}, accuracy; texts a second", peers, $"{TableRow.Number(ours.Right)}; {TableRow.Number(ours.TextsPerSecond, "#,0")}/s"));
        }
        return lines;
    }
}
