namespace EngageBot.Language.Encoder;

/// <summary>
/// Says what a text means as a vector of length 1: the dot product of two is near 1 when the texts mean the same. English; other
/// languages in Latin script a little. Any number of threads may share one instance.
/// </summary>
internal sealed class SentenceEncoder
{
    public const int Dimensions = EncoderWeights.Dimensions;

    /// <summary>What the last layer notices in a text before it is summed up in the vector: numbers of which about half are zero.</summary>
    public const int Traits = EncoderWeights.FeedWidth;

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
    /// <param name="traits">Room for its <see cref="Traits"/>, for who asks for them too.</param>
    public void Encode(string text, Span<float> vector, Span<float> traits = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vector.Length, Dimensions);
        if (recent.TryGet(text, vector, traits))
            return;
        Span<float> noticed = stackalloc float[Traits];
        Encode(new ReadOnlySpan<string>(in text), vector, noticed);
        recent.Keep(text, vector, noticed);
        if (!traits.IsEmpty)
            noticed.CopyTo(traits);
    }

    /// <summary>The vectors of many texts, one after the other; the same as each alone gives, but sooner.</summary>
    public void Encode(ReadOnlySpan<string> texts, Span<float> vectors, Span<float> traits = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Length, texts.Length * Dimensions);
        var work = Borrow();
        for (var index = 0; index < texts.Length; index++)
            Add(texts[index], index, work, vectors, traits);
        Flush(work, vectors, traits);
        GiveBack(work);
    }

    /// <summary>The numbers of all pieces that a text is cut into; the encoder reads the first 128.</summary>
    public int[] PiecesOf(string text) => weights.Pieces.Split(text, new PieceBuffer(forms)).ToArray();

    private void Add(string text, int index, Workspace work, Span<float> vectors, Span<float> traits)
    {
        var pieces = weights.Pieces.Split(text, work.Pieces);
        if (pieces.IsEmpty)
        {
            vectors.Slice(index * Dimensions, Dimensions).Clear();
            if (!traits.IsEmpty)
                traits.Slice(index * Traits, Traits).Clear();
            return;
        }
        pieces = pieces[..Math.Min(pieces.Length, Workspace.MostPieces)];
        if (!work.HasRoomFor(pieces.Length))
            Flush(work, vectors, traits);
        work.Add(pieces, index);
    }

    private void Flush(Workspace work, Span<float> vectors, Span<float> traits)
    {
        if (work.Count > 0)
            transformer.Run(work, vectors, traits);
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
