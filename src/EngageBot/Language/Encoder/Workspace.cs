namespace EngageBot.Language.Encoder;

/// <summary>All memory that encoding a batch needs, for one caller at a time: the pieces of a few texts in rows, text after text.</summary>
internal sealed unsafe class Workspace
{
    /// <summary>Pieces of a text that are read, and of a batch together.</summary>
    public const int MostPieces = 128;

    // the kernels take rows by two, four and six, and read a little over the end
    private const int Rows = MostPieces + 8;
    private const int FloatsOfRow = (3 * EncoderWeights.Dimensions) + EncoderWeights.FeedWidth;

    private readonly AlignedMemory memory;
    private readonly int[] ids = new int[MostPieces];
    private readonly BatchText[] texts = new BatchText[MostPieces];

    public Workspace(LetterForms forms)
    {
        Pieces = new PieceBuffer(forms);
        memory = new AlignedMemory((Rows * ((FloatsOfRow * sizeof(float)) + (EncoderWeights.FeedWidth * sizeof(short)) + sizeof(float)))
            + ((AttentionSpace.KeysLength + AttentionSpace.SharesLength + EncoderWeights.FeedWidth) * sizeof(float)));
        memory.Bytes.Clear();
        var free = (float*)memory.Start;
        Stream = Take(Rows * EncoderWeights.Dimensions);
        Middle = Take(Rows * EncoderWeights.Dimensions);
        Attended = Take(Rows * EncoderWeights.Dimensions);
        Wide = Take(Rows * EncoderWeights.FeedWidth);
        Row = Take(EncoderWeights.FeedWidth);
        Attention = new AttentionSpace(Take(AttentionSpace.KeysLength), Take(AttentionSpace.SharesLength));
        Quantized = new QuantizedRows((short*)Take(Rows * EncoderWeights.FeedWidth / 2), Take(Rows));

        float* Take(int floats)
        {
            free += floats;
            return free - floats;
        }
    }

    public PieceBuffer Pieces { get; }

    public ReadOnlySpan<int> Ids => ids.AsSpan(0, Count);

    public ReadOnlySpan<BatchText> Texts => texts.AsSpan(0, TextCount);

    public int Count { get; private set; }

    private int TextCount { get; set; }

    public float* Stream { get; }

    public float* Middle { get; }

    public float* Attended { get; }

    public float* Wide { get; }

    public float* Row { get; }

    public AttentionSpace Attention { get; }

    public QuantizedRows Quantized { get; }

    public bool HasRoomFor(int pieces) => Count + pieces <= MostPieces;

    public void Add(ReadOnlySpan<int> pieces, int index)
    {
        pieces.CopyTo(ids.AsSpan(Count));
        texts[TextCount++] = new BatchText(index, Count, pieces.Length);
        Count += pieces.Length;
    }

    public void Clear() => (Count, TextCount) = (0, 0);
}

/// <summary>A text of a batch: its number among the caller's texts, and its rows.</summary>
internal readonly record struct BatchText(int Index, int Start, int Count);
