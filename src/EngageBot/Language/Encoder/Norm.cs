namespace EngageBot.Language.Encoder;

/// <summary>What a row is multiplied by and moved by once its mean is 0 and its variance 1.</summary>
internal unsafe readonly struct Norm
{
    public float* Scales { get; init; }

    public float* Biases { get; init; }
}
