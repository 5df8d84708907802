using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EngageBot.Networks.X.Wire;

/// <summary>JSON as X and what stands in front of it send it, read tolerantly.</summary>
internal static class JsonText
{
    /// <summary>The object of that text; null when it is none (cut, empty, HTML).</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            var root = JsonElement.Parse(Repaired(text));
            return root.ValueKind == JsonValueKind.Object ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member as text; ids also come as numbers. Null when it is missing or something else.</summary>
    public static string? Text(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>The first of these members that is there; the dialects spell them differently.</summary>
    public static JsonElement? Member(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null)
                return member;
        }

        return null;
    }

    /// <summary>The elements of a member; none when it is missing or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Member(names) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    // The parser throws on half a surrogate pair, and a page must not be lost over one broken emoji.
    private static string Repaired(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal) && !json.Contains('\0', StringComparison.Ordinal))
            return json;
        var repaired = new StringBuilder(json.Length);
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '\0')
                continue;
            if (json[at] != '\\' || at + 1 == json.Length)
                repaired.Append(json[at]);
            else
                at += AppendEscape(json.AsSpan(at), repaired) - 1;
        }

        return repaired.ToString();
    }

    private static int AppendEscape(ReadOnlySpan<char> rest, StringBuilder repaired)
    {
        var (unit, next) = (Unit(rest), rest.Length > 6 ? Unit(rest[6..]) : null);
        var isPair = unit is { } high && char.IsHighSurrogate(high) && next is { } low && char.IsLowSurrogate(low);
        var length = unit is null ? 2 : isPair ? 12 : 6;
        repaired.Append(unit is { } alone && !isPair && char.IsSurrogate(alone) ? "\\ufffd" : rest[..length]);
        return length;
    }

    private static char? Unit(ReadOnlySpan<char> rest) =>
        rest.Length >= 6 && rest[0] == '\\' && rest[1] == 'u' && ushort.TryParse(rest[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
