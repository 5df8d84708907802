using System.Buffers;
using System.Text;

namespace EngageBot.Language;

/// <summary>Finds emoji: single ones, flags, keycaps, skin tones and whole families joined into one picture.</summary>
internal static class WeightedEmoji
{
    private const int Joiner = 0x200D;
    private const int TextStyle = 0xFE0E;
    private const int PictureStyle = 0xFE0F;
    private const int Keycap = 0x20E3;

    // below U+10000 emoji lie scattered among symbols; first and last of each run
    private static readonly int[] Runs =
    [
        0x203C, 0x203C, 0x2049, 0x2049, 0x2139, 0x2139, 0x2194, 0x2199, 0x21A9, 0x21AA, 0x231A, 0x231B, 0x2328, 0x2328, 0x23CF, 0x23CF,
        0x23E9, 0x23F3, 0x23F8, 0x23FA, 0x24C2, 0x24C2, 0x25AA, 0x25AB, 0x25B6, 0x25B6, 0x25C0, 0x25C0, 0x25FB, 0x25FE, 0x2600, 0x2604,
        0x260E, 0x260E, 0x2611, 0x2611, 0x2614, 0x2615, 0x2618, 0x2618, 0x261D, 0x261D, 0x2620, 0x2620, 0x2622, 0x2623, 0x2626, 0x2626,
        0x262A, 0x262A, 0x262E, 0x262F, 0x2638, 0x263A, 0x2640, 0x2640, 0x2642, 0x2642, 0x2648, 0x2653, 0x265F, 0x2660, 0x2663, 0x2663,
        0x2665, 0x2666, 0x2668, 0x2668, 0x267B, 0x267B, 0x267E, 0x267F, 0x2692, 0x2697, 0x2699, 0x2699, 0x269B, 0x269C, 0x26A0, 0x26A1,
        0x26A7, 0x26A7, 0x26AA, 0x26AB, 0x26B0, 0x26B1, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26C8, 0x26C8, 0x26CE, 0x26CF, 0x26D1, 0x26D1,
        0x26D3, 0x26D4, 0x26E9, 0x26EA, 0x26F0, 0x26F5, 0x26F7, 0x26FA, 0x26FD, 0x26FD, 0x2702, 0x2702, 0x2705, 0x2705, 0x2708, 0x270D,
        0x270F, 0x270F, 0x2712, 0x2712, 0x2714, 0x2714, 0x2716, 0x2716, 0x271D, 0x271D, 0x2721, 0x2721, 0x2728, 0x2728, 0x2733, 0x2734,
        0x2744, 0x2744, 0x2747, 0x2747, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2763, 0x2764, 0x2795, 0x2797,
        0x27A1, 0x27A1, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2934, 0x2935, 0x2B05, 0x2B07, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55,
        0x3030, 0x3030, 0x303D, 0x303D, 0x3297, 0x3297, 0x3299, 0x3299,
    ];

    /// <summary>How many characters at the start of <paramref name="text"/> are one emoji; 0 for none.</summary>
    public static int LengthAtStartOf(ReadOnlySpan<char> text)
    {
        var first = At(text, 0, out var length);
        if (first < 0xA9)
            return first is '#' or '*' or (>= '0' and <= '9') ? KeycapAt(text) : 0;
        if (IsFlagHalf(first))
            return IsFlagHalf(At(text, length, out var half)) ? length + half : 0;
        length = PictureAt(text, 0);
        while (length > 0 && At(text, length, out var joiner) == Joiner && PictureAt(text, length + joiner) is > 0 and var next)
            length += joiner + next;
        return length;
    }

    private static int KeycapAt(ReadOnlySpan<char> text)
    {
        var styled = At(text, 1, out _) == PictureStyle ? 2 : 1;
        return At(text, styled, out _) == Keycap ? styled + 1 : 0;
    }

    /// <summary>One picture with its style, skin tone and tags, but without what is joined to it.</summary>
    private static int PictureAt(ReadOnlySpan<char> text, int start)
    {
        var picture = At(text, start, out var length);
        var end = start + length;
        var next = At(text, end, out length);
        if (next == TextStyle || !IsPicture(picture, styled: next == PictureStyle))
            return 0;
        if (next == PictureStyle || IsSkinTone(next))
            end += length;
        while (IsTag(At(text, end, out length)))
            end += length;
        return end - start;
    }

    private static bool IsPicture(int codePoint, bool styled)
    {
        if (codePoint is 0xA9 or 0xAE or 0x2122)
            return styled;
        if (codePoint >= 0x10000)
            return codePoint is >= 0x1F000 and <= 0x1FAFF;
        var place = Array.BinarySearch(Runs, codePoint);
        return place >= 0 || (~place & 1) == 1;
    }

    private static bool IsFlagHalf(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsSkinTone(int codePoint) => codePoint is >= 0x1F3FB and <= 0x1F3FF;

    // the flags of England, Scotland and Wales spell their names with these
    private static bool IsTag(int codePoint) => codePoint is >= 0xE0020 and <= 0xE007F;

    private static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 0;
        return index < text.Length && Rune.DecodeFromUtf16(text[index..], out var rune, out length) == OperationStatus.Done ? rune.Value : -1;
    }
}
