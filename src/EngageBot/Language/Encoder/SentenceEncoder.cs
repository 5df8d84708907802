namespace EngageBot.Language.Encoder;

/// <summary>
/// Says what a text means as a vector of length 1: the dot product of two is near 1 when the texts mean the same. English; other
/// languages in Latin script a little. Any number of threads may share one instance.
/// </summary>
internal sealed class SentenceEncoder
{
    public const int Dimensions = EncoderWeights.Dimensions;

    private readonly EncoderWeights weights;
    private readonly Transformer transformer;
    private readonly LetterForms forms = new();
    private readonly RecentVectors recent = new();
    private readonly Workspace?[] idle = new Workspace?[Environment.ProcessorCount];

    private SentenceEncoder(EncoderWeights weights, VectorWidth width) =>
        (this.weights, transformer) = (weights, Transformer.Create(weights, width));

    /// <summary>The weights that lie beside the program.</summary>
    public static string ShippedWeights { get; } =
        Path.Combine(AppContext.BaseDirectory, "Language", "Encoder", "Weights", "use-lite.bin");

    /// <exception cref="WeightsException">The weights are missing or damaged.</exception>
    public static SentenceEncoder Load(string? path = null, VectorWidth? width = null) =>
        new(EncoderWeights.Load(path ?? ShippedWeights), width ?? VectorWidths.Widest);

    /// <summary>The vector of one text, which <see cref="PlainWords"/> should have cleared before; zeros for an empty one.</summary>
    public void Encode(string text, Span<float> vector)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vector.Length, Dimensions);
        if (recent.TryGet(text, vector))
            return;
        Encode(new ReadOnlySpan<string>(in text), vector);
        recent.Keep(text, vector);
    }

    /// <summary>The vectors of many texts, one after the other; the same as each alone gives, but sooner.</summary>
    public void Encode(ReadOnlySpan<string> texts, Span<float> vectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Length, texts.Length * Dimensions);
        var work = Borrow();
        for (var index = 0; index < texts.Length; index++)
            Add(texts[index], index, work, vectors);
        Flush(work, vectors);
        GiveBack(work);
    }

    /// <summary>The numbers of all pieces that a text is cut into; the encoder reads the first 128.</summary>
    public int[] PiecesOf(string text) => weights.Pieces.Split(text, new PieceBuffer(forms)).ToArray();

    private void Add(string text, int index, Workspace work, Span<float> vectors)
    {
        var pieces = weights.Pieces.Split(text, work.Pieces);
        if (pieces.IsEmpty)
        {
            vectors.Slice(index * Dimensions, Dimensions).Clear();
            return;
        }
        pieces = pieces[..Math.Min(pieces.Length, Workspace.MostPieces)];
        if (!work.HasRoomFor(pieces.Length))
            Flush(work, vectors);
        work.Add(pieces, index);
    }

    private void Flush(Workspace work, Span<float> vectors)
    {
        if (work.Count > 0)
            transformer.Run(work, vectors);
        work.Clear();
    }

    private Workspace Borrow()
    {
        foreach (ref var place in idle.AsSpan())
        {
            if (Interlocked.Exchange(ref place, null) is { } work)
                return work;
        }
        return new Workspace(forms);
    }

    // one too many is left to the garbage collector
    private void GiveBack(Workspace work)
    {
        foreach (ref var place in idle.AsSpan())
        {
            if (Interlocked.CompareExchange(ref place, work, null) is null)
                return;
        }
    }
}
