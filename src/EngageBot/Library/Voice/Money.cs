namespace EngageBot.Library.Voice;

/// <summary>Tells an amount of money or a percentage from other numbers, in any language.</summary>
internal static class Money
{
    private const string Signs = "£€$¥";
    private static readonly string[] Units = ["euro", "pound", "quid", "dollar", "percent", "per cent", "prozent", "eur", "gbp", "usd", "chf"];

    public static bool IsPrice(string text, int start, int end)
    {
        var before = start - 1;
        while (before >= 0 && (char.IsDigit(text[before]) || text[before] is ',' or '.'))
            before--;
        if (before > 0 && text[before] == ' ')
            before--;
        if (before >= 0 && Signs.Contains(text[before], StringComparison.Ordinal))
            return true;
        var after = end;
        while (after < text.Length && (char.IsDigit(text[after]) || (text[after] is ',' or '.' && after + 1 < text.Length && char.IsDigit(text[after + 1]))))
            after++;
        if (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        return after < text.Length
            && (Signs.Contains(text[after], StringComparison.Ordinal) || text[after] == '%' || Units.Any(unit => text.AsSpan(after).StartsWith(unit, StringComparison.OrdinalIgnoreCase)));
    }
}
