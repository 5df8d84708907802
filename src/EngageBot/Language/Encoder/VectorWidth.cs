using System.Runtime.Intrinsics.X86;

namespace EngageBot.Language.Encoder;

/// <summary>How many bits the encoder computes with at once; every width gives the same vectors.</summary>
internal enum VectorWidth
{
    Bits128 = 128,
    Bits256 = 256,
    Bits512 = 512,
}

/// <summary>Which widths this processor has.</summary>
internal static class VectorWidths
{
    public static VectorWidth Widest =>
        Avx512BW.IsSupported ? VectorWidth.Bits512 : Avx2.IsSupported ? VectorWidth.Bits256 : VectorWidth.Bits128;

    public static IEnumerable<VectorWidth> Here => Enum.GetValues<VectorWidth>().Where(width => width <= Widest);
}
