namespace EngageBot.Language.Encoder;

/// <summary>Everything the encoder has learned, as it lies in the file.</summary>
internal sealed unsafe class EncoderWeights
{
    public const int Dimensions = 512;
    public const int EmbeddingWidth = 256;
    public const int FeedWidth = 1536;

    private readonly AlignedMemory memory;
    private readonly float* embeddingScales;
    private readonly sbyte* embeddings;

    private EncoderWeights(AlignedMemory memory)
    {
        this.memory = memory;
        var reader = new WeightsReader(memory);
        Pieces = new PieceTokenizer(reader);
        Timescales = reader.Floats(EmbeddingWidth / 2);
        var rows = reader.Int32();
        embeddingScales = reader.Floats(rows);
        embeddings = reader.Bytes(rows * EmbeddingWidth);
        Layers = [ReadLayer(reader, EmbeddingWidth), ReadLayer(reader, Dimensions)];
        Last = reader.Dense(Dimensions, Dimensions);
    }

    public PieceTokenizer Pieces { get; }

    /// <summary>By how much a place in the text turns each of the sines and cosines added to its piece.</summary>
    public float* Timescales { get; }

    public TransformerLayer[] Layers { get; }

    public Dense Last { get; }

    /// <exception cref="WeightsException"/>
    public static EncoderWeights Load(string path) => new(WeightsFile.Read(path));

    public sbyte* EmbeddingOf(int piece, out float scale)
    {
        scale = embeddingScales[piece];
        return embeddings + (piece * EmbeddingWidth);
    }

    private static TransformerLayer ReadLayer(WeightsReader reader, int width) => new(width)
    {
        AttentionNorm = reader.Norm(width),
        QueryKeyValue = reader.Dense(width, 3 * width),
        AttentionOut = reader.Dense(width, Dimensions),
        Widening = width == Dimensions ? null : reader.Dense(width, Dimensions),
        FeedNorm = reader.Norm(Dimensions),
        FeedIn = reader.Dense(Dimensions, FeedWidth),
        FeedOut = reader.Dense(FeedWidth, Dimensions),
    };
}
