namespace EngageBot.Language.Encoder;

/// <summary>
/// The file of the encoder's weights, little-endian: the magic, the version, the length of the rest and its SHA-256, filled up to
/// <see cref="HeaderLength"/>; then the vocabulary and the layers in the order in which <see cref="EncoderWeights"/> reads them.
/// </summary>
/// <remarks>
/// Each array starts at a multiple of <see cref="AlignedMemory.Border"/>. A layer's weights lie in panels of <see cref="PanelColumns"/>
/// columns; inside a panel come rows 0 and 1 of its first column, of its second, and so on, then rows 2 and 3: the order in which the
/// kernel multiplies pairs.
/// </remarks>
internal static class WeightsFormat
{
    public const int Version = 1;
    public const int HeaderLength = 64;
    public const int LengthAt = 12;
    public const int ChecksumAt = 16;
    public const int PanelColumns = 32;

    public static ReadOnlySpan<byte> Magic => "ENGENCOD"u8;
}
