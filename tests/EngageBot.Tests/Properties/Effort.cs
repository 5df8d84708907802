using System.Globalization;

namespace EngageBot.Tests.Properties;

/// <summary>How hard the property tests try: <c>PROPERTY_EFFORT=50</c> in the environment tries fifty times as much as an ordinary run.</summary>
internal static class Effort
{
    public static long Times(long ordinary) =>
        ordinary * (long.TryParse(Environment.GetEnvironmentVariable("PROPERTY_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 0 ? factor : 1);
}
