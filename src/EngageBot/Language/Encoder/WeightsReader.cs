using System.Text;

namespace EngageBot.Language.Encoder;

/// <summary>Walks through a checked file of weights; its arrays are not copied.</summary>
internal sealed unsafe class WeightsReader(AlignedMemory memory)
{
    private int position = WeightsFormat.HeaderLength;

    public int Int32() => *(int*)Take(sizeof(int));

    public double Double() => *(double*)Take(sizeof(double));

    public string Text()
    {
        var length = *Take(1);
        return Encoding.UTF8.GetString(Take(length), length);
    }

    public float* Floats(int count) => (float*)Array(count * sizeof(float));

    public sbyte* Bytes(int count) => (sbyte*)Array(count);

    public Norm Norm(int width) => new() { Scales = Floats(width), Biases = Floats(width) };

    public Dense Dense(int rows, int columns) => new(rows, columns)
    {
        Scales = Floats(columns),
        Biases = Floats(columns),
        Panels = Bytes(rows * columns),
    };

    private byte* Array(int length)
    {
        position = (position + AlignedMemory.Border - 1) / AlignedMemory.Border * AlignedMemory.Border;
        return Take(length);
    }

    private byte* Take(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, memory.Length - position);
        position += length;
        return memory.Start + position - length;
    }
}
