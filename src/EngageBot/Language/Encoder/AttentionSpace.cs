namespace EngageBot.Language.Encoder;

/// <summary>Where attention computes.</summary>
/// <remarks>Keys: 128 numbers of up to 128 pieces. Shares: four rows of as many pieces.</remarks>
internal unsafe readonly struct AttentionSpace(float* keys, float* shares)
{
    public const int Pieces = 128;
    public const int KeysLength = Pieces * Pieces;
    public const int SharesLength = 4 * Pieces;

    public float* Keys { get; } = keys;

    public float* Shares { get; } = shares;
}
