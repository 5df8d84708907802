using System.Globalization;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>Opaque page tokens: a direction, a post id and a check, so that a made-up token or one of another list is refused.</summary>
internal static class PageTokens
{
    private const string Lead = "7140dibdnow9c7";
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const long Mask = 0x2A5C_96E1_3B7D_4F08;

    public static string Write(PageToken token, string list) =>
        Lead + (token.IsBackwards ? 'p' : 'n') + Check(token, list) + Base36(token.Id ^ Mask);

    public static PageToken? Read(string text, string list)
    {
        if (text.Length < Lead.Length + 4 || !text.StartsWith(Lead, StringComparison.Ordinal)
            || text[Lead.Length] is not ('p' or 'n') || FromBase36(text.AsSpan(Lead.Length + 3)) is not { } masked)
            return null;
        var token = new PageToken(masked ^ Mask, text[Lead.Length] == 'p');
        return text.AsSpan(Lead.Length + 1, 2).SequenceEqual(Check(token, list)) ? token : null;
    }

    private static string Check(PageToken token, string list)
    {
        var sum = (ulong)token.Id * 31 + (token.IsBackwards ? 7UL : 0);
        foreach (var character in list)
            sum = sum * 131 + character;
        sum ^= sum >> 29;
        return string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)(sum % 36)]}{Letters[(int)(sum / 36 % 36)]}");
    }

    private static string Base36(long value)
    {
        Span<char> digits = stackalloc char[13];
        var start = digits.Length;
        do
        {
            digits[--start] = Letters[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return digits[start..].ToString();
    }

    private static long? FromBase36(ReadOnlySpan<char> digits)
    {
        Int128 value = 0;
        foreach (var digit in digits)
        {
            var index = Letters.IndexOf(digit, StringComparison.Ordinal);
            if (index < 0 || (value = value * 36 + index) > long.MaxValue)
                return null;
        }

        return (long)value;
    }
}
