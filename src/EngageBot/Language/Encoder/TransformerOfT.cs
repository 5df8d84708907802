namespace EngageBot.Language.Encoder;

/// <summary>The encoder's two layers and what surrounds them, on vectors of one width.</summary>
internal sealed unsafe class Transformer<TLanes, TFloats, TInts>(EncoderWeights weights) : Transformer
    where TLanes : ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    private readonly float[] places = PlacesOf(weights);

    public override void Run(Workspace batch, Span<float> vectors)
    {
        Embed(batch);
        foreach (var layer in weights.Layers)
        {
            Attend(layer, batch);
            Feed(layer, batch);
        }
        Pool(batch, vectors);
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

    private static void Feed(TransformerLayer layer, Workspace batch)
    {
        NormalizeRows(batch.Middle, EncoderWeights.Dimensions, layer.FeedNorm, batch);
        Multiply(batch.Count, layer.FeedIn, batch, batch.Wide, Finish.Rectify);
        QuantizeRows(batch.Wide, batch.Count, EncoderWeights.FeedWidth, batch);
        var floats = batch.Count * EncoderWeights.Dimensions;
        new Span<float>(batch.Middle, floats).CopyTo(new Span<float>(batch.Stream, floats));
        Multiply(batch.Count, layer.FeedOut, batch, batch.Stream, Finish.Add);
    }

    private void Pool(Workspace batch, Span<float> vectors)
    {
        const int Width = EncoderWeights.Dimensions;
        for (var index = 0; index < batch.Texts.Length; index++)
        {
            var text = batch.Texts[index];
            RowKernel<TLanes, TFloats, TInts>.Average(batch.Stream + (text.Start * Width), text.Count, Width, batch.Row);
            RowKernel<TLanes, TFloats, TInts>.Quantize(batch.Row, Width, batch.Quantized, index);
        }
        Multiply(batch.Texts.Length, weights.Last, batch, batch.Pooled, Finish.Store);
        for (var index = 0; index < batch.Texts.Length; index++)
        {
            var vector = vectors.Slice(batch.Texts[index].Index * Width, Width);
            RowKernel<TLanes, TFloats, TInts>.BendToUnitLength(batch.Pooled + (index * Width), Width, vector);
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
