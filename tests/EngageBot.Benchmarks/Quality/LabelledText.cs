namespace EngageBot.Benchmarks.Quality;

/// <summary>A text and what it was judged to be.</summary>
internal sealed record LabelledText(string Label, string Text);
