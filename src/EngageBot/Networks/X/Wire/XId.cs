using System.Globalization;

namespace EngageBot.Networks.X.Wire;

/// <summary>X's ids: decimal digits kept as text and compared as numbers.</summary>
internal static class XId
{
    private static readonly DateTimeOffset FirstTick = DateTimeOffset.FromUnixTimeMilliseconds(1288834974657);

    public static bool IsValid(string? id) => id is { Length: >= 1 and <= 19 } && id.All(char.IsAsciiDigit);

    /// <summary>The highest of the valid ones; null when there is none.</summary>
    public static string? Newest(IEnumerable<string?> ids) => ids.Where(IsValid).MaxBy(id => UInt128.Parse(id!, CultureInfo.InvariantCulture));

    /// <summary>An id carries the moment of its making in its upper bits.</summary>
    public static DateTimeOffset MadeAt(string id) => FirstTick.AddMilliseconds(ulong.Parse(id, CultureInfo.InvariantCulture) >> 22);
}
