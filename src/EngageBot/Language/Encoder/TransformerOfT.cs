namespace EngageBot.Language.Encoder;

/// <summary>The encoder's two layers and what surrounds them, on vectors of one width.</summary>
internal sealed unsafe class Transformer<TLanes, TFloats, TInts>(EncoderWeights weights) : Transformer
    where TLanes : ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    private const int Width = EncoderWeights.Dimensions;

    private readonly float[] places = PlacesOf(weights);

    public override void Run(Workspace batch, Span<float> vectors, Span<float> traits)
    {
        Embed(batch);
        var (first, second) = (weights.Layers[0], weights.Layers[1]);
        Attend(first, batch);
        FeedIn(first, batch);
        FeedOut(first, batch);
        Attend(second, batch);
        FeedIn(second, batch);
        FeedOutPooled(second, batch, traits);
        Point(batch, vectors);
    }

    // what each place in a text adds to the piece that stands there
    private static float[] PlacesOf(EncoderWeights weights)
    {
        var (width, half) = (EncoderWeights.EmbeddingWidth, EncoderWeights.EmbeddingWidth / 2);
        var places = new float[Workspace.MostPieces * width];
        for (var at = 0; at < places.Length; at++)
        {
            var angle = at / width * weights.Timescales[at % half];
            places[at] = at % width < half ? MathF.Sin(angle) : MathF.Cos(angle);
        }
        return places;
    }

    private void Embed(Workspace batch)
    {
        foreach (var text in batch.Texts)
        {
            for (var place = 0; place < text.Count; place++)
            {
                var embedding = weights.EmbeddingOf(batch.Ids[text.Start + place], out var scale);
                var row = batch.Stream + ((text.Start + place) * EncoderWeights.EmbeddingWidth);
                var added = places.AsSpan(place * EncoderWeights.EmbeddingWidth, EncoderWeights.EmbeddingWidth);
                for (var at = 0; at < added.Length; at++)
                    row[at] = (embedding[at] * scale) + added[at];
            }
        }
    }

    private static void Attend(TransformerLayer layer, Workspace batch)
    {
        NormalizeRows(batch.Stream, layer.Width, layer.AttentionNorm, batch);
        Multiply(batch.Count, layer.QueryKeyValue, batch, batch.Wide, Finish.Store);
        foreach (var text in batch.Texts)
        {
            AttentionKernel<TLanes, TFloats, TInts>.Attend(
                batch.Wide + (text.Start * 3 * layer.Width), text.Count, layer.Width, batch.Attention, batch.Attended + (text.Start * layer.Width));
        }
        CarryOver(layer, batch);
        QuantizeRows(batch.Attended, batch.Count, layer.Width, batch);
        Multiply(batch.Count, layer.AttentionOut, batch, batch.Middle, Finish.Add);
    }

    private static void CarryOver(TransformerLayer layer, Workspace batch)
    {
        if (layer.Widening is { } widening)
        {
            QuantizeRows(batch.Stream, batch.Count, layer.Width, batch);
            Multiply(batch.Count, widening, batch, batch.Middle, Finish.Store);
        }
        else
        {
            var floats = batch.Count * layer.Width;
            new Span<float>(batch.Stream, floats).CopyTo(new Span<float>(batch.Middle, floats));
        }
    }

    private static void FeedIn(TransformerLayer layer, Workspace batch)
    {
        NormalizeRows(batch.Middle, Width, layer.FeedNorm, batch);
        Multiply(batch.Count, layer.FeedIn, batch, batch.Wide, Finish.Rectify);
    }

    private static void FeedOut(TransformerLayer layer, Workspace batch)
    {
        QuantizeRows(batch.Wide, batch.Count, EncoderWeights.FeedWidth, batch);
        new Span<float>(batch.Middle, batch.Count * Width).CopyTo(new Span<float>(batch.Stream, batch.Count * Width));
        Multiply(batch.Count, layer.FeedOut, batch, batch.Stream, Finish.Add);
    }

    // What follows the last layer is the mean of a text's pieces. The mean of products is the product of the mean:
    // taken before, it leaves one row of a text to be multiplied instead of one for each piece.
    private static void FeedOutPooled(TransformerLayer layer, Workspace batch, Span<float> traits)
    {
        for (var index = 0; index < batch.Texts.Length; index++)
        {
            var (start, count) = (batch.Texts[index].Start, batch.Texts[index].Count);
            RowKernel<TLanes, TFloats, TInts>.Average(batch.Middle + (start * Width), count, Width, batch.Stream + (index * Width));
            RowKernel<TLanes, TFloats, TInts>.Average(batch.Wide + (start * layer.FeedOut.In), count, layer.FeedOut.In, batch.Row);
            RowKernel<TLanes, TFloats, TInts>.Quantize(batch.Row, layer.FeedOut.In, batch.Quantized, index);
            if (!traits.IsEmpty)
                new Span<float>(batch.Row, layer.FeedOut.In).CopyTo(traits[(batch.Texts[index].Index * layer.FeedOut.In)..]);
        }
        Multiply(batch.Texts.Length, layer.FeedOut, batch, batch.Stream, Finish.Add);
    }

    private void Point(Workspace batch, Span<float> vectors)
    {
        QuantizeRows(batch.Stream, batch.Texts.Length, Width, batch);
        Multiply(batch.Texts.Length, weights.Last, batch, batch.Middle, Finish.Store);
        for (var index = 0; index < batch.Texts.Length; index++)
        {
            var vector = vectors.Slice(batch.Texts[index].Index * Width, Width);
            RowKernel<TLanes, TFloats, TInts>.BendToUnitLength(batch.Middle + (index * Width), Width, vector);
        }
    }

    private static void NormalizeRows(float* rows, int width, in Norm norm, Workspace batch)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            RowKernel<TLanes, TFloats, TInts>.Normalize(rows + (row * width), width, norm, batch.Row);
            RowKernel<TLanes, TFloats, TInts>.Quantize(batch.Row, width, batch.Quantized, row);
        }
    }

    private static void QuantizeRows(float* rows, int count, int width, Workspace batch)
    {
        for (var row = 0; row < count; row++)
            RowKernel<TLanes, TFloats, TInts>.Quantize(rows + (row * width), width, batch.Quantized, row);
    }

    private static void Multiply(int rows, in Dense layer, Workspace batch, float* output, Finish finish) =>
        MatrixKernel<TLanes, TFloats, TInts>.Multiply(batch.Quantized, rows, layer, output, finish);
}
