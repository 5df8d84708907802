using System.Runtime.CompilerServices;

namespace EngageBot.Language.Encoder;

/// <summary>Lets each piece of a text look at all of them, four pieces at a time.</summary>
internal static unsafe class AttentionKernel<TLanes, TFloats, TInts>
    where TLanes : ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    private const int Tile = 4;

    /// <summary>Reads up to three rows of queries behind the text, and makes nothing of them.</summary>
    /// <param name="rows">Queries, keys and values of each piece, each <paramref name="width"/> wide.</param>
    /// <param name="output">Rows of <paramref name="width"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Attend(float* rows, int count, int width, AttentionSpace space, float* output)
    {
        var size = width / TransformerLayer.Heads;
        for (var head = 0; head < width; head += size)
        {
            var padded = (count + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
            Turn(rows + width + head, count, padded, 3 * width, size, space.Keys);
            for (var row = 0; row < count; row += Tile)
            {
                Compare(rows + (row * 3 * width) + head, 3 * width, space.Keys, padded, size, space.Shares);
                var live = Math.Min(Tile, count - row);
                for (var index = 0; index < live; index++)
                    RowKernel<TLanes, TFloats, TInts>.Softmax(space.Shares + (index * AttentionSpace.Pieces), count);
                Mix(space.Shares, rows + (2 * width) + head, count, width, size, output + (row * width) + head, live);
            }
        }
    }

    // keys become columns, so that one vector holds the same number of many pieces
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Turn(float* keys, int count, int padded, int stride, int size, float* turned)
    {
        for (var at = 0; at < size; at++)
        {
            for (var piece = 0; piece < count; piece++)
                turned[(at * padded) + piece] = keys[(piece * stride) + at];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare(float* queries, int stride, float* keys, int padded, int size, float* scores)
    {
        float* query1 = queries + stride, query2 = query1 + stride, query3 = query2 + stride;
        for (var piece = 0; piece < padded; piece += TLanes.Count)
        {
            TFloats sum0 = TLanes.Fill(0), sum1 = sum0, sum2 = sum0, sum3 = sum0;
            for (var at = 0; at < size; at++)
            {
                var key = TLanes.Load(keys + (at * padded) + piece);
                sum0 = TLanes.MultiplyAdd(TLanes.Fill(queries[at]), key, sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Fill(query1[at]), key, sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Fill(query2[at]), key, sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Fill(query3[at]), key, sum3);
            }
            TLanes.Store(sum0, scores + piece);
            TLanes.Store(sum1, scores + AttentionSpace.Pieces + piece);
            TLanes.Store(sum2, scores + (2 * AttentionSpace.Pieces) + piece);
            TLanes.Store(sum3, scores + (3 * AttentionSpace.Pieces) + piece);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(float* shares, float* values, int count, int width, int size, float* output, int live)
    {
        float* shares1 = shares + AttentionSpace.Pieces, shares2 = shares1 + AttentionSpace.Pieces, shares3 = shares2 + AttentionSpace.Pieces;
        for (var at = 0; at < size; at += TLanes.Count)
        {
            TFloats sum0 = TLanes.Fill(0), sum1 = sum0, sum2 = sum0, sum3 = sum0;
            for (var piece = 0; piece < count; piece++)
            {
                var value = TLanes.Load(values + (piece * 3 * width) + at);
                sum0 = TLanes.MultiplyAdd(TLanes.Fill(shares[piece]), value, sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Fill(shares1[piece]), value, sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Fill(shares2[piece]), value, sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Fill(shares3[piece]), value, sum3);
            }
            TLanes.Store(sum0, output + at);
            if (live > 1)
                TLanes.Store(sum1, output + width + at);
            if (live > 2)
                TLanes.Store(sum2, output + (2 * width) + at);
            if (live > 3)
                TLanes.Store(sum3, output + (3 * width) + at);
        }
    }
}
