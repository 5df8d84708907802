using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EngageBot.Language.Encoder;

namespace EngageBot.Benchmarks.Weights;

/// <summary>Writes what <see cref="WeightsReader"/> reads.</summary>
internal sealed class WeightsWriter
{
    private readonly ArrayBufferWriter<byte> file = new();

    public WeightsWriter() => file.Write(new byte[WeightsFormat.HeaderLength]);

    public void Int32(int value) => file.Write(BitConverter.GetBytes(value));

    public void Double(double value) => file.Write(BitConverter.GetBytes(value));

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        file.Write([checked((byte)bytes.Length)]);
        file.Write(bytes);
    }

    public void Floats(float[] values) => Array(MemoryMarshal.AsBytes(values.AsSpan()));

    public void Bytes(sbyte[] values) => Array(MemoryMarshal.AsBytes(values.AsSpan()));

    /// <param name="kernel">Row after row, with as many columns as there are biases.</param>
    public void Dense(float[] kernel, float[] biases)
    {
        var (columns, rows) = (biases.Length, kernel.Length / biases.Length);
        var quantized = Enumerable.Range(0, columns)
            .Select(column => Quantized.Of([.. Enumerable.Range(0, rows).Select(row => kernel[(row * columns) + column])]))
            .ToArray();
        Floats([.. quantized.Select(column => column.Scale)]);
        Floats(biases);
        Bytes(Pack(quantized, rows));
    }

    public byte[] Finish()
    {
        var bytes = file.WrittenSpan.ToArray();
        var rest = bytes.AsSpan(WeightsFormat.HeaderLength);
        WeightsFormat.Magic.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(WeightsFormat.Magic.Length), WeightsFormat.Version);
        BitConverter.TryWriteBytes(bytes.AsSpan(WeightsFormat.LengthAt), rest.Length);
        SHA256.HashData(rest, bytes.AsSpan(WeightsFormat.ChecksumAt));
        return bytes;
    }

    private static sbyte[] Pack(Quantized[] columns, int rows)
    {
        var packed = new List<sbyte>(columns.Length * rows);
        foreach (var panel in columns.Chunk(WeightsFormat.PanelColumns))
        {
            for (var row = 0; row < rows; row += 2)
            {
                foreach (var column in panel)
                    packed.AddRange([column.Values[row], column.Values[row + 1]]);
            }
        }
        return [.. packed];
    }

    private void Array(ReadOnlySpan<byte> bytes)
    {
        var past = file.WrittenCount % AlignedMemory.Border;
        file.Write(new byte[past == 0 ? 0 : AlignedMemory.Border - past]);
        file.Write(bytes);
    }
}
