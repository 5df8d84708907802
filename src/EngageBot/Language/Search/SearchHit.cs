namespace EngageBot.Language.Search;

/// <summary>An entry that may fit a question.</summary>
/// <param name="Place">Which entry of the index, counted from 0.</param>
/// <param name="Score">The chance that this is what was asked for, 0 to 1; see <see cref="SearchIndex.Sure"/>.</param>
internal readonly record struct SearchHit(int Place, double Score);
