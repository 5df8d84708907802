using System.Numerics;

namespace EngageBot.Language;

/// <summary>What a text is made of, handles and punctuation aside, so that thousands can be compared in a moment.</summary>
public sealed class TextPrint
{
    private const int Bits = 1024;
    private const int Words = Bits / 64;

    private readonly ulong[] print = new ulong[Words];

    public TextPrint(string text)
    {
        var words = Tokenizer.Split(text).Where(token => token.Kind is not (TokenKind.Handle or TokenKind.Mark)).Select(token => token.Text).ToList();
        Plain = string.Join(' ', words);
        var before = 0u;
        foreach (var word in words)
        {
            var hash = Hash(word);
            Mark(hash);
            Mark(before == 0 ? hash : (before * 31) ^ hash);
            before = hash;
        }
    }

    /// <summary>The words alone: equal when two texts differ in handles, capitals and punctuation only.</summary>
    public string Plain { get; }

    /// <summary>What part of the words and pairs of neighbouring words of both they share, about 0 to 1.</summary>
    public double Likeness(TextPrint other)
    {
        var (shared, all) = (0, 0);
        for (var index = 0; index < Words; index++)
        {
            shared += BitOperations.PopCount(print[index] & other.print[index]);
            all += BitOperations.PopCount(print[index] | other.print[index]);
        }
        return all == 0 ? 1 : (double)shared / all;
    }

    private void Mark(uint hash)
    {
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash ^= hash >> 12;
        print[(hash % Bits) / 64] |= 1UL << (int)(hash % 64);
    }

    // FNV-1a
    private static uint Hash(string word)
    {
        var hash = 2166136261u;
        foreach (var letter in word)
            hash = (hash ^ letter) * 16777619u;
        return hash;
    }
}
