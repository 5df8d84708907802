using EngageBot.Language.Heads.Fitting;

namespace EngageBot.Benchmarks.Quality;

/// <summary>A text seen by its words alone.</summary>
internal static class Views
{
    public static Example Words(Example example) => example with { Dense = [] };
}
