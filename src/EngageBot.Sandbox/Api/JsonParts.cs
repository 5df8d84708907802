using System.Globalization;
using System.Text.Json;

namespace EngageBot.Sandbox.Api;

/// <summary>Ids as strings and times with milliseconds, as X writes them; no text is made on the way.</summary>
internal static class JsonParts
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static void WriteId(this Utf8JsonWriter json, long id)
    {
        Span<byte> digits = stackalloc byte[20];
        id.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteStringValue(digits[..length]);
    }

    public static void WriteId(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long id)
    {
        json.WritePropertyName(name);
        json.WriteId(id);
    }

    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[32];
        time.UtcDateTime.TryFormat(text, out var length, TimeFormat, CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }
}
