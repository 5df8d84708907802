using System.Buffers;
using System.Text;

namespace EngageBot.Language;

/// <summary>The length of a post as X counts it: weighted characters, every link 23, every emoji 2.</summary>
internal static class WeightedText
{
    /// <summary>The longest post without a Premium account.</summary>
    public const int Limit = 280;

    private const int LinkWeight = 23;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\uFFFE\uFEFF\uFFFF");

    /// <summary>The weighted length; never throws, whatever the text holds.</summary>
    public static int Length(string text)
    {
        var normal = Normalize(text);
        var links = WeightedLinks.In(normal);
        var length = 0;
        var index = 0;
        foreach (var link in links)
        {
            length += Plain(normal.AsSpan(index, link.Start - index)) + LinkWeight;
            index = link.End;
        }
        return length + Plain(normal.AsSpan(index));
    }

    /// <summary>Whether X would take it as the text of a post: not empty, not too long, no forbidden character.</summary>
    public static bool IsValid(string text) =>
        text.Length > 0 && text.AsSpan().IndexOfAny(Forbidden) < 0 && Length(text) is > 0 and <= Limit;

    private static int Plain(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (text.Length > 0)
        {
            var emoji = WeightedEmoji.LengthAtStartOf(text);
            Rune.DecodeFromUtf16(text, out var rune, out var consumed);
            length += emoji > 0 ? 2 : Weight(rune.Value);
            text = text[Math.Max(emoji, consumed)..];
        }
        return length;
    }

    // the ranges of twitter-text, configuration 3
    private static int Weight(int codePoint) =>
        codePoint is <= 0x10FF or (>= 0x2000 and <= 0x200D) or (>= 0x2010 and <= 0x201F) or (>= 0x2032 and <= 0x2037) ? 1 : 2;

    private static string Normalize(string text) => Ascii.IsValid(text) ? text : Whole(text).Normalize(NormalizationForm.FormC);

    // Normalize throws on halves of surrogate pairs and on the two non-characters
    private static string Whole(string text)
    {
        StringBuilder? repaired = null;
        for (int index = 0, consumed; index < text.Length; index += consumed)
        {
            var well = Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out consumed) == OperationStatus.Done;
            if (well && (rune.Value & 0xFFFE) != 0xFFFE)
                continue;
            repaired ??= new StringBuilder(text);
            for (var offset = 0; offset < consumed; offset++)
                repaired[index + offset] = '\uFFFD';
        }
        return repaired?.ToString() ?? text;
    }
}
