namespace EngageBot.Language.Search;

/// <summary>An entry among those that come near to a question.</summary>
/// <param name="Height">By how much it stands out from all entries, by all measures added.</param>
/// <param name="Grams">The cosine of the pieces of their words, 0 to 1.</param>
/// <param name="Cover">How much of the weight of the question's words it shares, about 0 to 1: one rare word in common is little.</param>
/// <param name="Meaning">The cosine of what they mean; 0 without an encoder.</param>
internal readonly record struct Ranked(int Place, float Height, float Grams, float Cover, float Meaning = 0);
