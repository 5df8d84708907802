namespace EngageBot.Language.Search;

/// <summary>Something that can be found by a question.</summary>
/// <param name="Phrasings">Ways to ask for it; the one nearest to a question counts.</param>
/// <param name="Text">What it says; may be empty.</param>
internal sealed record SearchEntry(string Id, IReadOnlyList<string> Phrasings, string Text);
