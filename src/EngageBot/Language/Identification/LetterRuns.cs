using System.Globalization;

namespace EngageBot.Language.Identification;

/// <summary>The letters of a text, small, with the apostrophes inside words and a blank after each; handles, links and, where there is more, hashtags are left out.</summary>
internal readonly ref struct LetterRuns
{
    /// <summary>More letters would not change the answer.</summary>
    public const int Most = 400;

    private const int Stretched = 3;

    private LetterRuns(ReadOnlySpan<char> letters, WritingSystem system)
    {
        Letters = letters;
        System = system;
    }

    public ReadOnlySpan<char> Letters { get; }

    /// <summary>The one with most of the letters.</summary>
    public WritingSystem System { get; }

    /// <param name="room">At least <see cref="Most"/> characters, which the result refers to.</param>
    public static LetterRuns Of(ReadOnlySpan<char> text, Span<char> room)
    {
        var runs = Of(text, room, withHashtags: false);
        return runs.Letters.IsEmpty ? Of(text, room, withHashtags: true) : runs;
    }

    private static LetterRuns Of(ReadOnlySpan<char> text, Span<char> room, bool withHashtags)
    {
        Span<int> counts = stackalloc int[WritingSystems.Count];
        counts.Clear();
        var length = 0;
        foreach (var range in text.SplitAny(' ', '\n', '\t', '\r', '\u00A0', '\u3000'))
        {
            if (length >= Most - 1)
                break;
            var word = text[range];
            if (!IsName(word, withHashtags))
                length = Add(word, room[..Most], length, counts);
        }
        return new LetterRuns(room[..length], SystemOf(counts));
    }

    private static bool IsName(ReadOnlySpan<char> word, bool withHashtags)
    {
        word = word.TrimStart("\"“”'‘’(.-:");
        return word.StartsWith('@') || (word.StartsWith('#') && !withHashtags) || word.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.StartsWith("__") || word.Contains("://", StringComparison.Ordinal);
    }

    private static int Add(ReadOnlySpan<char> word, Span<char> room, int length, Span<int> counts)
    {
        var (isInside, repeats) = (false, 0);
        for (var index = 0; index < word.Length && length < room.Length - 1; index++)
        {
            var letter = word[index];
            if (char.IsLetter(letter))
                counts[(int)WritingSystems.Of(letter)]++;
            else if (!isInside || !(IsApostrophe(letter) ? index + 1 < word.Length && char.IsLetter(word[index + 1]) : IsAccent(letter)))
            {
                length = Close(room, length, ref isInside);
                continue;
            }
            var small = IsApostrophe(letter) ? '\'' : letter == 'İ' ? 'i' : char.ToLowerInvariant(letter);
            repeats = isInside && room[length - 1] == small ? repeats + 1 : 1;
            // no word has a letter three times in a row: "thaaaank" is "thank"
            if (repeats < Stretched)
                room[length++] = small;
            else if (repeats == Stretched)
                length--;
            isInside = true;
        }
        return Close(room, length, ref isInside);
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '`';

    private static bool IsAccent(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int Close(Span<char> room, int length, ref bool isInside)
    {
        if (isInside)
            room[length++] = ' ';
        isInside = false;
        return length;
    }

    private static WritingSystem SystemOf(ReadOnlySpan<int> counts)
    {
        // Japanese mixes its own letters with many Chinese ones
        var (kana, han) = (counts[(int)WritingSystem.Kana], counts[(int)WritingSystem.Han]);
        if (kana > 0 && kana * 4 >= han && kana + han > counts[(int)WritingSystem.Latin] / 2)
            return WritingSystem.Kana;
        var most = 0;
        for (var system = 1; system < counts.Length; system++)
            most = counts[system] > counts[most] ? system : most;
        return (WritingSystem)most;
    }
}
