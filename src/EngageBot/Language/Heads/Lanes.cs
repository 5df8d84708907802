using System.Numerics;
using System.Runtime.InteropServices;

namespace EngageBot.Language.Heads;

/// <summary>Sums over rows of numbers, several at a time.</summary>
internal static class Lanes
{
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sums = Vector<float>.Zero;
        for (var index = 0; index < a.Length; index++)
            sums += a[index] * b[index];
        var sum = Vector.Sum(sums);
        for (var index = a.Length * Vector<float>.Count; index < left.Length; index++)
            sum += left[index] * right[index];
        return sum;
    }

    public static void AddScaled(Span<float> sums, ReadOnlySpan<float> row, float scale)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var b = MemoryMarshal.Cast<float, Vector<float>>(row);
        var scales = new Vector<float>(scale);
        for (var index = 0; index < a.Length; index++)
            a[index] += b[index] * scales;
        for (var index = a.Length * Vector<float>.Count; index < sums.Length; index++)
            sums[index] += row[index] * scale;
    }
}
