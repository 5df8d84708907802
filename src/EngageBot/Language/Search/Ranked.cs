namespace EngageBot.Language.Search;

/// <summary>An entry among those that come near to a question.</summary>
/// <param name="Height">By how much it stands out from all entries, by all measures added.</param>
/// <param name="Grams">The cosine of the pieces of their words, 0 to 1.</param>
internal readonly record struct Ranked(int Place, float Height, float Grams);
