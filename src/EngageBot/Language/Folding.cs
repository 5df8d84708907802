using System.Globalization;
using System.Text;

namespace EngageBot.Language;

/// <summary>Words as a search compares them: lower case, without accents, apostrophes and marks; scripts that set no blanks are cut letter by letter.</summary>
internal static class Folding
{
    private const int Longest = 60;

    /// <summary>The words in reading order, with their places in the text.</summary>
    public static IReadOnlyList<Folded> Split(string text)
    {
        var words = new List<Folded>(text.Length / 5 + 4);
        var word = new StringBuilder();
        var start = 0;
        for (int index = 0, consumed; index < text.Length; index += consumed)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out consumed);
            var isLetter = Rune.IsLetterOrDigit(rune);
            if (isLetter && !IsWithoutBlanks(rune))
            {
                if (word.Length == 0)
                    start = index;
                Append(word, rune);
                continue;
            }
            if (word.Length > 0 && IsInside(text, index, rune))
                continue;
            End(index);
            if (isLetter)
                words.Add(new Folded(rune.ToString(), index, index + consumed));
        }
        End(text.Length);
        return words;

        void End(int at)
        {
            if (word.Length > 0)
                words.Add(new Folded(word.Length > Longest ? word.ToString(0, Longest) : word.ToString(), start, at));
            word.Clear();
        }
    }

    /// <summary>The words alone, a blank between them.</summary>
    public static string Join(params IEnumerable<string> texts) => string.Join(' ', texts.SelectMany(Split).Select(word => word.Text));

    private static void Append(StringBuilder word, Rune rune)
    {
        if (rune.IsAscii)
        {
            word.Append(char.ToLowerInvariant((char)rune.Value));
            return;
        }
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                word.Append(part.Value switch { 'ß' => "ss", 'ø' => "o", 'ł' => "l", 'đ' => "d", 'æ' => "ae", 'œ' => "oe", 'ı' => "i", 'þ' => "th", 'ð' => "d", _ => part.ToString() });
        }
    }

    // an accent that stands alone, an invisible character, an apostrophe between letters
    private static bool IsInside(string text, int index, Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format
        || (rune.Value is '\'' or '’' && index + 1 < text.Length && char.IsLetter(text[index + 1]));

    private static bool IsWithoutBlanks(Rune rune) => rune.Value
        is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or (>= 0x0E00 and <= 0x0E7F);
}

/// <summary>A word as a search compares it.</summary>
/// <param name="End">One past its end in the original text.</param>
internal readonly record struct Folded(string Text, int Start, int End);
