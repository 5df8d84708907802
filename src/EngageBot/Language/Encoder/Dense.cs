namespace EngageBot.Language.Encoder;

/// <summary>A layer of weights as bytes, with a scale and a bias for each column; see <see cref="WeightsFormat"/> for their order.</summary>
internal unsafe readonly struct Dense(int rows, int columns)
{
    public int In { get; } = rows;

    public int Out { get; } = columns;

    public float* Scales { get; init; }

    public float* Biases { get; init; }

    public sbyte* Panels { get; init; }
}
