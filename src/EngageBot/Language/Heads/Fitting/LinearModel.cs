namespace EngageBot.Language.Heads.Fitting;

/// <summary>A weight for each bucket and each dense place, and a bias.</summary>
internal sealed class LinearModel(int buckets, int dense)
{
    public float[] Sparse { get; } = new float[buckets];

    public float[] Dense { get; } = new float[dense];

    public float Bias { get; set; }

    public float Score(Example example)
    {
        var sum = Bias + Lanes.Dot(Dense, example.Dense);
        for (var index = 0; index < example.Buckets.Length; index++)
            sum += Sparse[example.Buckets[index]] * example.Values[index];
        return sum;
    }

    public void Add(Example example, float step)
    {
        for (var index = 0; index < example.Buckets.Length; index++)
            Sparse[example.Buckets[index]] += step * example.Values[index];
        Lanes.AddScaled(Dense, example.Dense, step);
        Bias += step;
    }
}
