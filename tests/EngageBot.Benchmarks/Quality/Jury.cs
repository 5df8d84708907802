using EngageBot.Language.Heads.Fitting;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Judges between many classes by three voices: heads over all features, heads over words alone, and the examples that mean nearly the same.</summary>
internal sealed class Jury(OneVersusRest whole, OneVersusRest words, Neighbours neighbours)
{
    private const float Cost = 1;
    private const float Sharpness = 6;

    public static Jury Of(DualDescent descent, IReadOnlyList<Example> examples, IReadOnlyList<int> classes, int classCount) => new(
        OneVersusRest.Fit(descent, examples, classes, classCount, Cost),
        OneVersusRest.Fit(descent, [.. examples.Select(Views.Words)], classes, classCount, Cost),
        new Neighbours(examples, classes, classCount));

    /// <summary>How likely each class is, as a logarithm up to a constant.</summary>
    public float[] Scores(Example example)
    {
        var (one, other, third) = (Chances(whole.Scores(example)), Chances(words.Scores(Views.Words(example))), neighbours.Shares(example.Dense));
        return [.. one.Select((chance, place) => chance + other[place] + MathF.Log(third[place] + 1e-3f))];
    }

    /// <summary>How clearly the best class stands out; low for a text that belongs to none.</summary>
    public double Standing(Example example) =>
        StandingOf(whole.Scores(example)) + StandingOf(words.Scores(Views.Words(example))) + (2 * neighbours.Nearest(example.Dense));

    private static double StandingOf(float[] row) => row.Max() - row.Average();

    private static float[] Chances(float[] margins)
    {
        var highest = margins.Max();
        var sum = MathF.Log(margins.Sum(margin => MathF.Exp(Sharpness * (margin - highest))));
        return [.. margins.Select(margin => (Sharpness * (margin - highest)) - sum)];
    }
}
