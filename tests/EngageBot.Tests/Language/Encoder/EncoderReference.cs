using System.Runtime.InteropServices;
using System.Text.Json;

namespace EngageBot.Tests.Language.Encoder;

/// <summary>A text, its pieces and its vector, computed once by the original network in 32-bit floats and kept as 16-bit ones.</summary>
internal sealed record EncoderReference(string Text, int[] Pieces, byte[] Halves)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<EncoderReference> All { get; } = Read();

    public double CosineTo(ReadOnlySpan<float> vector)
    {
        var (product, square) = (0.0, 0.0);
        for (var index = 0; index < vector.Length; index++)
        {
            var expected = (double)MemoryMarshal.Cast<byte, Half>(Halves)[index];
            product += expected * vector[index];
            square += expected * expected;
        }
        return product / Math.Sqrt(square);
    }

    private static EncoderReference[] Read()
    {
        using var stream = typeof(EncoderReference).Assembly.GetManifestResourceStream(typeof(EncoderReference), "reference.json")!;
        return JsonSerializer.Deserialize<EncoderReference[]>(stream, Options)!;
    }
}
