using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace EngageBot.Language.Encoder;

/// <summary>
/// Normal form C of compatibility, letter by letter, for texts in which no letter depends on its neighbours: nearly all.
/// The runtime's own allocates each time.
/// </summary>
internal sealed class LetterForms
{
    // what each letter turned out to be when it was first seen
    private readonly Form[] forms = new Form[char.MaxValue + 1];
    private readonly ConcurrentDictionary<char, string> replacements = new();

    private enum Form : byte
    {
        NotSeen,
        Settled,
        Replaced,
        Dependent,
    }

    /// <summary>False when a letter depends on its neighbours or the target is too short; nothing in it is of use then.</summary>
    public bool TryNormalize(ReadOnlySpan<char> text, Span<char> target, out int length)
    {
        length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            var isEmoji = char.IsHighSurrogate(letter) && IsEmoji(text[index..]);
            var form = isEmoji ? Form.Settled : FormOf(letter);
            var written = isEmoji ? text.Slice(index++, 2) : form == Form.Replaced ? replacements[letter] : new ReadOnlySpan<char>(in letter);
            if (form == Form.Dependent || !written.TryCopyTo(target[length..]))
                return false;
            length += written.Length;
        }
        return true;
    }

    // of what lies outside the basic plane, these neither change nor combine
    private static bool IsEmoji(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && rune.Value is >= 0x1F300 and <= 0x1FAFF;

    private Form FormOf(char letter) => forms[letter] is not Form.NotSeen and var form ? form : forms[letter] = Judge(letter);

    private Form Judge(char letter)
    {
        if (IsDependent(letter))
            return Form.Dependent;
        var normal = letter.ToString().Normalize(NormalizationForm.FormKC);
        if (normal == letter.ToString())
            return Form.Settled;
        replacements[letter] = normal;
        return normal.Any(IsDependent) ? Form.Dependent : Form.Replaced;
    }

    private static bool IsDependent(char letter) => letter is not (>= '\uFE00' and <= '\uFE0F') && (
        letter is >= '\u1100' and <= '\u11FF' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate);
}
