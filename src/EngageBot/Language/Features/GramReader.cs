using System.Buffers;

namespace EngageBot.Language.Features;

/// <summary>Turns a text into hashed features: words, pairs, the first word, pieces of words, and what its shape says.</summary>
internal static class GramReader
{
    private const int LongestToken = 64;
    private const int MostTokens = 1024;

    /// <summary>Adds the features of a text as <see cref="PlainText.ForGrams"/> gives it.</summary>
    public static void Read(string text, GramBag bag)
    {
        var tokens = ArrayPool<(int Start, int End)>.Shared.Rent(MostTokens);
        var count = Split(text, tokens);
        var before = Salt.Edge;
        for (var index = 0; index < count; index++)
        {
            var token = text.AsSpan(tokens[index].Start, Math.Min(tokens[index].End - tokens[index].Start, LongestToken));
            var hash = Hash(Salt.Word, token);
            bag.Add(hash);
            bag.Add(Pair(before, hash));
            AddPieces(token, bag);
            if (index == 0)
                bag.Add(hash ^ Salt.First);
            before = hash;
        }
        if (count > 0)
            bag.Add(Pair(before, Salt.Edge));
        AddShape(text, count, bag);
        ArrayPool<(int, int)>.Shared.Return(tokens);
    }

    /// <summary>A feature of the caller's own, for example what a rule found.</summary>
    public static void Flag(string name, GramBag bag) => bag.Add(Hash(Salt.Flag, name));

    private static int Split(string text, (int, int)[] tokens)
    {
        var count = 0;
        for (var index = 0; index < text.Length && count < MostTokens;)
        {
            if (text[index] == ' ')
            {
                index++;
                continue;
            }
            var end = index;
            while (end < text.Length && IsWordLetter(text[end]))
                end++;
            if (end == index)
                end += char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
            tokens[count++] = (index, end);
            index = end;
        }
        return count;
    }

    private static void AddPieces(ReadOnlySpan<char> token, GramBag bag)
    {
        Span<char> padded = stackalloc char[LongestToken + 2];
        padded = padded[..(token.Length + 2)];
        padded[0] = padded[^1] = ' ';
        token.CopyTo(padded[1..]);
        for (var start = 0; start < padded.Length; start++)
        {
            var hash = Salt.Piece;
            for (var length = 1; length <= 5 && start + length <= padded.Length; length++)
            {
                hash = (hash ^ padded[start + length - 1]) * Salt.Prime;
                if (length >= 2)
                    bag.Add(hash ^ (uint)length * 0x9E3779B9);
            }
        }
    }

    private static void AddShape(string text, int tokens, GramBag bag)
    {
        AddMarks(text, '?', "asks", bag);
        AddMarks(text, '!', "calls", bag);
        if (text.AsSpan().TrimEnd().EndsWith('?'))
            Flag("ends asking", bag);
        if (text.Contains("_url_", StringComparison.Ordinal))
            Flag("links", bag);
        if (text.StartsWith("_user_", StringComparison.Ordinal))
            Flag("turned", bag);
        bag.Add(Salt.Length + (uint)Math.Min(tokens / 5, 6));
    }

    private static void AddMarks(string text, char mark, string name, GramBag bag)
    {
        var first = text.IndexOf(mark, StringComparison.Ordinal);
        if (first < 0)
            return;
        Flag(name, bag);
        if (text.IndexOf(mark, first + 1) >= 0)
            Flag(name + " again", bag);
    }

    private static bool IsWordLetter(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '\'';

    private static uint Pair(uint left, uint right) => ((left * Salt.Prime) ^ right) * 0x9E3779B1 + Salt.Two;

    private static uint Hash(uint salt, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            salt = (salt ^ letter) * Salt.Prime;
        return salt;
    }

    private static class Salt
    {
        public const uint Prime = 16777619;
        public const uint Word = 2166136261;
        public const uint Piece = 0x5BD1E995;
        public const uint First = 0x27D4EB2F;
        public const uint Flag = 0x165667B1;
        public const uint Edge = 0xD3A2646C;
        public const uint Two = 0x3C6EF372;
        public const uint Length = 0xB5297A4D;
    }
}
