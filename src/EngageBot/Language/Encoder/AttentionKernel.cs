using System.Runtime.CompilerServices;

namespace EngageBot.Language.Encoder;

/// <summary>Lets each piece of a text look at all of them, four pieces at a time.</summary>
internal static unsafe class AttentionKernel<TLanes, TFloats, TInts>
    where TLanes : ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    private const int Tile = 4;

    // two vectors, so that four rows keep eight sums going: a single sum waits for itself
    private static int Step => 2 * TLanes.Count;

    /// <summary>Reads up to three rows of queries behind the text, and makes nothing of them.</summary>
    /// <param name="rows">Queries, keys and values of each piece, each <paramref name="width"/> wide.</param>
    /// <param name="output">Rows of <paramref name="width"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Attend(float* rows, int count, int width, AttentionSpace space, float* output)
    {
        var size = width / TransformerLayer.Heads;
        for (var head = 0; head < width; head += size)
        {
            var padded = (count + Step - 1) / Step * Step;
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
        for (var piece = 0; piece < padded; piece += Step, scores += Step)
        {
            TFloats sum00 = default, sum01 = default, sum10 = default, sum11 = default;
            TFloats sum20 = default, sum21 = default, sum30 = default, sum31 = default;
            var key = keys + piece;
            for (var at = 0; at < size; at++, key += padded)
            {
                var (left, right) = (TLanes.Load(key), TLanes.Load(key + TLanes.Count));
                AddPair(ref sum00, ref sum01, queries[at], left, right);
                AddPair(ref sum10, ref sum11, query1[at], left, right);
                AddPair(ref sum20, ref sum21, query2[at], left, right);
                AddPair(ref sum30, ref sum31, query3[at], left, right);
            }
            StorePair(sum00, sum01, scores);
            StorePair(sum10, sum11, scores + AttentionSpace.Pieces);
            StorePair(sum20, sum21, scores + (2 * AttentionSpace.Pieces));
            StorePair(sum30, sum31, scores + (3 * AttentionSpace.Pieces));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mix(float* shares, float* values, int count, int width, int size, float* output, int live)
    {
        float* shares1 = shares + AttentionSpace.Pieces, shares2 = shares1 + AttentionSpace.Pieces, shares3 = shares2 + AttentionSpace.Pieces;
        for (var at = 0; at < size; at += Step, output += Step)
        {
            TFloats sum00 = default, sum01 = default, sum10 = default, sum11 = default;
            TFloats sum20 = default, sum21 = default, sum30 = default, sum31 = default;
            var value = values + at;
            for (var piece = 0; piece < count; piece++, value += 3 * width)
            {
                var (left, right) = (TLanes.Load(value), TLanes.Load(value + TLanes.Count));
                AddPair(ref sum00, ref sum01, shares[piece], left, right);
                AddPair(ref sum10, ref sum11, shares1[piece], left, right);
                AddPair(ref sum20, ref sum21, shares2[piece], left, right);
                AddPair(ref sum30, ref sum31, shares3[piece], left, right);
            }
            StorePair(sum00, sum01, output);
            if (live > 1)
                StorePair(sum10, sum11, output + width);
            if (live > 2)
                StorePair(sum20, sum21, output + (2 * width));
            if (live > 3)
                StorePair(sum30, sum31, output + (3 * width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(ref TFloats leftSum, ref TFloats rightSum, float factor, TFloats left, TFloats right)
    {
        var filled = TLanes.Fill(factor);
        leftSum = TLanes.MultiplyAdd(filled, left, leftSum);
        rightSum = TLanes.MultiplyAdd(filled, right, rightSum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(TFloats left, TFloats right, float* target)
    {
        TLanes.Store(left, target);
        TLanes.Store(right, target + TLanes.Count);
    }
}
