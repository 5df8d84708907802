using System.Runtime.CompilerServices;

namespace EngageBot.Language.Encoder;

/// <summary>What is done to one row at a time.</summary>
internal static unsafe class RowKernel<TLanes, TFloats, TInts>
    where TLanes : ILanes<TFloats, TInts>
    where TFloats : struct
    where TInts : struct
{
    /// <summary>The largest number of a quantized row: 1536 products of it with a byte still fit into 32 bits.</summary>
    public const int Largest = 10_000;

    private const float SmallestVariance = 1e-6f;

    // a row of zeros has no scale of its own
    private const float SmallestBound = 1e-30f;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Quantize(float* row, int width, QuantizedRows target, int index)
    {
        var largest = TLanes.Fill(0);
        for (var at = 0; at < width; at += TLanes.Count)
            largest = TLanes.Larger(largest, TLanes.Magnitude(TLanes.Load(row + at)));
        var bound = MathF.Max(LargestOf(largest), SmallestBound);
        target.Scales[index] = bound / Largest;
        var factor = TLanes.Fill(Largest / bound);
        var rounded = target.Rows + (index * width);
        for (var at = 0; at < width; at += TLanes.Count)
            TLanes.StoreRounded(TLanes.Multiply(TLanes.Load(row + at), factor), rounded + at);
    }

    /// <summary>Mean 0, variance 1, then scale and bias of the layer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(float* row, int width, in Norm norm, float* target)
    {
        var mean = TLanes.Fill(-Sum(row, width) / width);
        var squares = TLanes.Fill(0);
        for (var at = 0; at < width; at += TLanes.Count)
        {
            var distance = TLanes.Add(TLanes.Load(row + at), mean);
            squares = TLanes.MultiplyAdd(distance, distance, squares);
        }
        var factor = TLanes.Fill(1 / MathF.Sqrt((TLanes.Sum(squares) / width) + SmallestVariance));
        for (var at = 0; at < width; at += TLanes.Count)
        {
            var centred = TLanes.Multiply(TLanes.Add(TLanes.Load(row + at), mean), factor);
            TLanes.Store(TLanes.MultiplyAdd(centred, TLanes.Load(norm.Scales + at), TLanes.Load(norm.Biases + at)), target + at);
        }
    }

    /// <summary>The mean of rows that follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Average(float* rows, int count, int width, float* target)
    {
        var share = TLanes.Fill(1f / count);
        for (var at = 0; at < width; at += TLanes.Count)
        {
            var sum = TLanes.Fill(0);
            for (var row = 0; row < count; row++)
                sum = TLanes.Add(sum, TLanes.Load(rows + (row * width) + at));
            TLanes.Store(TLanes.Multiply(sum, share), target + at);
        }
    }

    /// <summary>The hyperbolic tangent of a row, brought to length 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void BendToUnitLength(float* row, int width, Span<float> target)
    {
        var (one, squares) = (TLanes.Fill(1), TLanes.Fill(0));
        for (var at = 0; at < width; at += TLanes.Count)
        {
            // tanh x = 1 - 2 / (1 + e^2x), right at both ends as well
            var power = TLanes.Exponential(TLanes.Multiply(TLanes.Load(row + at), TLanes.Fill(2)));
            var bent = TLanes.Add(one, TLanes.Divide(TLanes.Fill(-2), TLanes.Add(one, power)));
            squares = TLanes.MultiplyAdd(bent, bent, squares);
            TLanes.Store(bent, row + at);
        }
        var factor = 1 / MathF.Sqrt(MathF.Max(TLanes.Sum(squares), 1e-12f));
        for (var at = 0; at < width; at++)
            target[at] = row[at] * factor;
    }

    /// <summary>Powers of e of a row that add up to 1; the room behind it up to a whole vector becomes 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(float* row, int width)
    {
        var whole = (width + TLanes.Count - 1) / TLanes.Count * TLanes.Count;
        for (var at = width; at < whole; at++)
            row[at] = float.NegativeInfinity;
        var largest = TLanes.Load(row);
        for (var at = TLanes.Count; at < whole; at += TLanes.Count)
            largest = TLanes.Larger(largest, TLanes.Load(row + at));
        var (shift, sum) = (TLanes.Fill(-LargestOf(largest)), TLanes.Fill(0));
        for (var at = 0; at < whole; at += TLanes.Count)
        {
            var power = TLanes.Exponential(TLanes.Add(TLanes.Load(row + at), shift));
            sum = TLanes.Add(sum, power);
            TLanes.Store(power, row + at);
        }
        var share = TLanes.Fill(1 / TLanes.Sum(sum));
        for (var at = 0; at < whole; at += TLanes.Count)
            TLanes.Store(TLanes.Multiply(TLanes.Load(row + at), share), row + at);
    }

    private static float Sum(float* row, int width)
    {
        var sum = TLanes.Fill(0);
        for (var at = 0; at < width; at += TLanes.Count)
            sum = TLanes.Add(sum, TLanes.Load(row + at));
        return TLanes.Sum(sum);
    }

    private static float LargestOf(TFloats values)
    {
        var spread = stackalloc float[TLanes.Count];
        TLanes.Store(values, spread);
        var largest = spread[0];
        for (var at = 1; at < TLanes.Count; at++)
            largest = MathF.Max(largest, spread[at]);
        return largest;
    }
}
