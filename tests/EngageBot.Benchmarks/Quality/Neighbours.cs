using System.Numerics.Tensors;
using EngageBot.Language.Heads.Fitting;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Classes by the examples that mean nearly the same.</summary>
internal sealed class Neighbours(IReadOnlyList<Example> examples, IReadOnlyList<int> classes, int classCount)
{
    private const int Most = 30;
    private const float Sharpness = 15;

    private readonly float[][] known = [.. examples.Select(example => Unit(example.Dense))];

    /// <summary>The part of each class among the nearest examples, near ones counting more.</summary>
    public float[] Shares(float[] dense)
    {
        var (likeness, rows) = (Likeness(dense), Enumerable.Range(0, known.Length).ToArray());
        Array.Sort([.. likeness.Select(value => -value)], rows);
        var shares = new float[classCount];
        foreach (var row in rows.Take(Most))
            shares[classes[row]] += MathF.Exp(Sharpness * (likeness[row] - likeness[rows[0]]));
        TensorPrimitives.Divide(shares, shares.Sum(), shares);
        return shares;
    }

    /// <summary>How like the nearest example is.</summary>
    public float Nearest(float[] dense) => Likeness(dense).Max();

    private float[] Likeness(float[] dense)
    {
        var vector = Unit(dense);
        return [.. known.Select(other => TensorPrimitives.Dot<float>(other, vector))];
    }

    private static float[] Unit(float[] dense)
    {
        var unit = new float[dense.Length];
        TensorPrimitives.Divide(dense, TensorPrimitives.Norm<float>(dense) + 1e-9f, unit);
        return unit;
    }
}
