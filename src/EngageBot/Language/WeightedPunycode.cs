namespace EngageBot.Language;

/// <summary>Knows how long a host label in other scripts is when it travels (RFC 3492); only the length is needed.</summary>
internal static class WeightedPunycode
{
    private const int Base = 36;
    private const int SmallestThreshold = 1;
    private const int LargestThreshold = 26;
    private const int Prefix = 4;

    /// <summary>The length with its <c>xn--</c>.</summary>
    public static int EncodedLength(ReadOnlySpan<char> label)
    {
        var runes = new List<int>(label.Length);
        foreach (var rune in label.EnumerateRunes())
            runes.Add(rune.Value);
        var basic = runes.Count(rune => rune < 128);
        var length = Prefix + basic + (basic > 0 ? 1 : 0);
        var (handled, last, delta, bias) = (basic, 127L, 0L, 72);
        while (handled < runes.Count)
        {
            var next = runes.Where(rune => rune > last).Min();
            delta += (next - last - 1) * (handled + 1);
            foreach (var rune in runes)
            {
                if (rune < next)
                    delta++;
                if (rune != next)
                    continue;
                length += Digits(delta, bias);
                bias = Adapt(delta, ++handled, first: handled == basic + 1);
                delta = 0;
            }
            (last, delta) = (next, delta + 1);
        }
        return length;
    }

    private static int Digits(long delta, int bias)
    {
        for (var (digits, position) = (1, Base); ; digits++, position += Base)
        {
            var threshold = Math.Clamp(position - bias, SmallestThreshold, LargestThreshold);
            if (delta < threshold)
                return digits;
            delta = (delta - threshold) / (Base - threshold);
        }
    }

    private static int Adapt(long delta, int points, bool first)
    {
        delta /= first ? 700 : 2;
        delta += delta / points;
        var position = 0;
        for (; delta > (Base - SmallestThreshold) * LargestThreshold / 2; position += Base)
            delta /= Base - SmallestThreshold;
        return position + (int)((Base - SmallestThreshold + 1) * delta / (delta + 38));
    }
}
