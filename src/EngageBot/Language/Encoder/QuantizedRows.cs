namespace EngageBot.Language.Encoder;

/// <summary>Rows of whole numbers, each with the scale that leads back.</summary>
internal unsafe readonly struct QuantizedRows(short* rows, float* scales)
{
    public short* Rows { get; } = rows;

    public float* Scales { get; } = scales;
}
