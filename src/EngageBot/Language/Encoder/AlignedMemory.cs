namespace EngageBot.Language.Encoder;

/// <summary>Memory that never moves and starts at the border of a cache line, which a wide load must not cross.</summary>
internal sealed unsafe class AlignedMemory
{
    public const int Border = 64;

    private readonly byte[] bytes;

    public AlignedMemory(int length)
    {
        bytes = GC.AllocateUninitializedArray<byte>(length + Border, pinned: true);
        fixed (byte* first = bytes)
            Start = (byte*)(((nuint)first + Border - 1) / Border * Border);
        Length = length;
    }

    /// <summary>Valid as long as this object is referred to.</summary>
    public byte* Start { get; }

    public int Length { get; }

    public Span<byte> Bytes => new(Start, Length);
}
