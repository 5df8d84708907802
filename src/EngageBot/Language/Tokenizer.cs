using System.Globalization;
using System.Text;

namespace EngageBot.Language;

/// <summary>Cuts a post into words, handles, hashtags, links, emoji and the marks that carry meaning; linear and never throws.</summary>
internal static class Tokenizer
{
    private const string Marks = "?!.:;,¿¡\"“”„«»…(-–—*\n";

    /// <summary>The pieces in reading order; blanks and invisible characters are none.</summary>
    public static IReadOnlyList<Token> Split(string text)
    {
        var links = WeightedLinks.In(text);
        var tokens = new List<Token>(text.Length / 5 + 4);
        for (int index = 0, link = 0; index < text.Length;)
        {
            if (link < links.Count && links[link].Start <= index)
                index = AddLink(text, links[link++], index, tokens);
            else
                index = Add(text, index, tokens);
        }
        return tokens;
    }

    private static int AddLink(string text, WeightedLinks.Link link, int index, List<Token> tokens)
    {
        if (link.End > index)
            tokens.Add(new Token(TokenKind.Link, text[index..link.End], index, link.End));
        return Math.Max(index, link.End);
    }

    private static int Add(string text, int start, List<Token> tokens)
    {
        var letter = text[start];
        if (letter is '@' or '＠' && EndOfHandle(text, start + 1) is var handle && handle > start + 1)
            return Push(TokenKind.Handle, text[(start + 1)..handle].ToLowerInvariant(), handle);
        if (letter == '_' && EndOfTakenName(text, start) is var taken && taken > start)
            return Push(TokenKind.Handle, text[(start + 2)..(taken - 2)].ToLowerInvariant(), taken);
        if (letter is '#' or '＃' && EndOfWord(text, start + 1) is var tag && tag > start + 1)
            return Push(TokenKind.Hashtag, Normal(text.AsSpan(start + 1, tag - start - 1)), tag);
        if (WeightedEmoji.LengthAtStartOf(text.AsSpan(start)) is > 0 and var emoji)
            return Push(TokenKind.Emoji, text.Substring(start, emoji), start + emoji);
        if (EndOfWord(text, start) is var end && end > start)
            return Push(char.IsDigit(letter) ? TokenKind.Number : TokenKind.Word, Normal(text.AsSpan(start, end - start)), end);
        return Marks.Contains(letter, StringComparison.Ordinal) ? Push(TokenKind.Mark, letter.ToString(), start + 1) : start + 1;

        int Push(TokenKind kind, string normal, int end)
        {
            tokens.Add(new Token(kind, normal, start, end));
            return end;
        }
    }

    private static int EndOfHandle(string text, int index)
    {
        while (index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '_'))
            index++;
        return index;
    }

    // exported conversations say “__company__” where a handle stood
    private static int EndOfTakenName(string text, int start)
    {
        var end = EndOfHandle(text, start);
        return end - start > 4 && text.AsSpan(start, end - start) is ['_', '_', .., '_', '_'] ? end : start;
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        for (int index = start, consumed; index < text.Length; index += consumed)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out consumed);
            if (Rune.IsLetterOrDigit(rune) || (end > start && IsInsideWord(rune)))
                end = index + consumed;
            else if (index == start || index != end || !(IsApostrophe(text[index]) || IsInsideNumber(text, index)))
                break;
        }
        return end;
    }

    // accents that stand alone, and the invisible characters that people hide words with
    private static bool IsInsideWord(Rune rune) =>
        rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    // 7.30 and 19:30 are one piece each
    private static bool IsInsideNumber(string text, int index) =>
        text[index] is '.' or ':' && char.IsDigit(text[index - 1]) && index + 1 < text.Length && char.IsDigit(text[index + 1]);

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '´' or '`';

    private static string Normal(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var (length, run, previous) = (0, 0, '\0');
        foreach (var letter in word)
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.Format)
                continue;
            var lower = IsApostrophe(letter) ? '\'' : char.ToLowerInvariant(letter);
            run = lower == previous && char.IsLetter(lower) ? run + 1 : 1;
            previous = lower;
            if (run == 3)
                length--;
            if (run < 3)
                buffer[length++] = lower;
        }
        return new string(buffer[..length]);
    }
}
