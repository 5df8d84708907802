using System.Diagnostics;
using EngageBot.Benchmarks.Quality;
using EngageBot.Language.Identification;

namespace EngageBot.Benchmarks.Languages;

/// <summary>How well languages are told on one set of texts.</summary>
/// <param name="Right">The share told rightly.</param>
/// <param name="Unsure">The share left open.</param>
internal sealed record LanguageTrial(string Who, double Right, double Unsure, double TextsPerSecond)
{
    /// <summary>Ours, named only when sure, and named in any case as the peers do.</summary>
    public static IEnumerable<LanguageTrial> OfOurs(IReadOnlyList<LabelledText> texts)
    {
        var identifier = LanguageIdentifier.Shipped;
        foreach (var text in texts.Take(500))
            identifier.LanguageOf(text.Text);
        var started = Stopwatch.GetTimestamp();
        var found = texts.Select(text => identifier.LanguageOf(text.Text)).ToList();
        var pace = texts.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
        yield return Of("ours", [.. texts.Select(text => identifier.Guess(text.Text).Code)], texts, pace);
        yield return Of("ours, unsure where in doubt", found, texts, pace);
    }

    public static LanguageTrial Of(string who, IReadOnlyList<string> found, IReadOnlyList<LabelledText> texts, double pace) => new(
        who,
        found.Zip(texts).Count(pair => pair.First == pair.Second.Label) / (double)texts.Count,
        found.Count(code => code is LanguageIdentifier.Unknown or "") / (double)texts.Count,
        pace);
}
