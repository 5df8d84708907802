using System.Runtime.Intrinsics;

namespace EngageBot.Language.Encoder;

/// <summary>Turns the pieces of a batch into vectors.</summary>
internal abstract class Transformer
{
    /// <summary>For the width asked for, which the processor must have.</summary>
    public static Transformer Create(EncoderWeights weights, VectorWidth width) => width switch
    {
        VectorWidth.Bits512 => new Transformer<Lanes512, Vector512<float>, Vector512<int>>(weights),
        VectorWidth.Bits256 => new Transformer<Lanes256, Vector256<float>, Vector256<int>>(weights),
        _ => new Transformer<Lanes128, Vector128<float>, Vector128<int>>(weights),
    };

    /// <summary>Writes the vector of each text to the place of its number, and its traits where there is room for them.</summary>
    public abstract void Run(Workspace batch, Span<float> vectors, Span<float> traits);
}
