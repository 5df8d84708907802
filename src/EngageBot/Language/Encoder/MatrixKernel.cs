using System.Runtime.CompilerServices;

namespace EngageBot.Language.Encoder;

/// <summary>
/// Multiplies rows of 16-bit integers with a layer of bytes. Whole numbers are exact in any order, so that every width of vector and
/// every size of batch gives the same sums; no sum leaves 32 bits, see <see cref="RowKernel{TLanes, TFloats, TInts}.Largest"/>.
/// </summary>
internal static unsafe class MatrixKernel<TLanes, TFloats, TInts>
    where TLanes : ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    private const int PairStep = 2 * WeightsFormat.PanelColumns;

    /// <summary>Reads and writes an even number of rows: an odd number must leave room for one more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(QuantizedRows input, int rows, in Dense layer, float* output, Finish finish)
    {
        for (var column = 0; column < layer.Out; column += 2 * TLanes.Count)
        {
            var panel = column / WeightsFormat.PanelColumns;
            var weights = layer.Panels + (panel * WeightsFormat.PanelColumns * layer.In) + (column % WeightsFormat.PanelColumns * 2);
            for (var row = 0; row < rows;)
            {
                var tile = new Tile(input.Rows + (row * layer.In), input.Scales + row, weights, output + (row * layer.Out), column, finish);
                row += Rows(rows - row, tile, layer);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Rows(int left, in Tile tile, in Dense layer)
    {
        if (left >= 5 && TLanes.TileRows == 6)
        {
            Six(tile, layer);
            return 6;
        }
        if (left >= 3)
        {
            Four(tile, layer);
            return 4;
        }
        Two(tile, layer);
        return 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(in Tile tile, in Dense layer)
    {
        TInts sum00 = default, sum01 = default, sum10 = default, sum11 = default, sum20 = default, sum21 = default;
        TInts sum30 = default, sum31 = default, sum40 = default, sum41 = default, sum50 = default, sum51 = default;
        var step = layer.In;
        short* row = tile.Rows, row1 = row + step, row2 = row1 + step, row3 = row2 + step, row4 = row3 + step, row5 = row4 + step;
        var weights = tile.Weights;
        for (var index = 0; index < step; index += 2, weights += PairStep)
        {
            var (left, right) = (TLanes.LoadWeights(weights), TLanes.LoadWeights(weights + (2 * TLanes.Count)));
            AddPair(ref sum00, ref sum01, row + index, left, right);
            AddPair(ref sum10, ref sum11, row1 + index, left, right);
            AddPair(ref sum20, ref sum21, row2 + index, left, right);
            AddPair(ref sum30, ref sum31, row3 + index, left, right);
            AddPair(ref sum40, ref sum41, row4 + index, left, right);
            AddPair(ref sum50, ref sum51, row5 + index, left, right);
        }
        Write(tile, layer, 0, sum00, sum01);
        Write(tile, layer, 1, sum10, sum11);
        Write(tile, layer, 2, sum20, sum21);
        Write(tile, layer, 3, sum30, sum31);
        Write(tile, layer, 4, sum40, sum41);
        Write(tile, layer, 5, sum50, sum51);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(in Tile tile, in Dense layer)
    {
        TInts sum00 = default, sum01 = default, sum10 = default, sum11 = default;
        TInts sum20 = default, sum21 = default, sum30 = default, sum31 = default;
        var step = layer.In;
        short* row = tile.Rows, row1 = row + step, row2 = row1 + step, row3 = row2 + step;
        var weights = tile.Weights;
        for (var index = 0; index < step; index += 2, weights += PairStep)
        {
            var (left, right) = (TLanes.LoadWeights(weights), TLanes.LoadWeights(weights + (2 * TLanes.Count)));
            AddPair(ref sum00, ref sum01, row + index, left, right);
            AddPair(ref sum10, ref sum11, row1 + index, left, right);
            AddPair(ref sum20, ref sum21, row2 + index, left, right);
            AddPair(ref sum30, ref sum31, row3 + index, left, right);
        }
        Write(tile, layer, 0, sum00, sum01);
        Write(tile, layer, 1, sum10, sum11);
        Write(tile, layer, 2, sum20, sum21);
        Write(tile, layer, 3, sum30, sum31);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(in Tile tile, in Dense layer)
    {
        TInts sum00 = default, sum01 = default, sum10 = default, sum11 = default;
        var step = layer.In;
        short* row = tile.Rows, row1 = row + step;
        var weights = tile.Weights;
        for (var index = 0; index < step; index += 2, weights += PairStep)
        {
            var (left, right) = (TLanes.LoadWeights(weights), TLanes.LoadWeights(weights + (2 * TLanes.Count)));
            AddPair(ref sum00, ref sum01, row + index, left, right);
            AddPair(ref sum10, ref sum11, row1 + index, left, right);
        }
        Write(tile, layer, 0, sum00, sum01);
        Write(tile, layer, 1, sum10, sum11);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(ref TInts leftSum, ref TInts rightSum, short* pair, TInts left, TInts right)
    {
        var filled = TLanes.FillPair(pair);
        leftSum = TLanes.AddProducts(leftSum, filled, left);
        rightSum = TLanes.AddProducts(rightSum, filled, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(in Tile tile, in Dense layer, int row, TInts left, TInts right)
    {
        var scale = TLanes.Fill(tile.Scales[row]);
        var output = tile.Output + (row * layer.Out);
        Write(left, scale, layer, tile.Column, output, tile.Finish);
        Write(right, scale, layer, tile.Column + TLanes.Count, output, tile.Finish);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(TInts sums, TFloats scale, in Dense layer, int column, float* output, Finish finish)
    {
        var scales = TLanes.Multiply(scale, TLanes.Load(layer.Scales + column));
        var value = TLanes.MultiplyAdd(TLanes.ToFloats(sums), scales, TLanes.Load(layer.Biases + column));
        if (finish == Finish.Rectify)
            value = TLanes.Larger(value, TLanes.Fill(0));
        else if (finish == Finish.Add)
            value = TLanes.Add(value, TLanes.Load(output + column));
        TLanes.Store(value, output + column);
    }

    // a few rows times two vectors of columns
    private readonly struct Tile(short* rows, float* scales, sbyte* weights, float* output, int column, Finish finish)
    {
        public readonly short* Rows = rows;
        public readonly float* Scales = scales;
        public readonly sbyte* Weights = weights;
        public readonly float* Output = output;
        public readonly int Column = column;
        public readonly Finish Finish = finish;
    }
}
