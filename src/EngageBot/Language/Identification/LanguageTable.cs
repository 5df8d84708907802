using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace EngageBot.Language.Identification;

/// <summary>
/// Which runs of letters and which pieces of words speak for which language, and how strongly; in eighths of a unit of log likelihood.
/// </summary>
/// <param name="offsets">Where each bucket's records begin, and at last where they end.</param>
/// <param name="records">A record is a fingerprint of two bytes, a count, and so many pairs of language and weight.</param>
internal sealed class LanguageTable(IReadOnlyList<TableLanguage> languages, int[] offsets, byte[] records)
{
    public const int LongestRun = 4;
    public const int Unit = 8;
    public const int BucketBits = 17;

    private const int PieceLength = 4;
    private const int PieceStep = 3;
    private const int LongestWord = 70;
    private const ulong PieceSeed = 0x5851F42D4C957F2D;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    public IReadOnlyList<TableLanguage> Languages => languages;

    public int[] Offsets => offsets;

    public byte[] Records => records;

    /// <summary>Adds up what speaks for each language.</summary>
    /// <param name="letters">Small letters, a blank after each word.</param>
    public void Score(ReadOnlySpan<char> letters, Span<int> scores)
    {
        foreach (var range in letters.Split(' '))
        {
            ScoreRuns(letters[range], scores);
            ScorePieces(letters[range], scores);
        }
    }

    private void ScoreRuns(ReadOnlySpan<char> word, Span<int> scores)
    {
        var start = 0;
        for (var end = 0; end < word.Length; end++)
        {
            if (word[end] == '\'')
            {
                start = end + 1;
                continue;
            }
            // longer runs refine the shorter one that they end with, so the first unknown one ends the search
            var hash = 0UL;
            for (var first = end; first >= start && first > end - LongestRun; first--)
            {
                hash = Extend(hash, word[first]);
                if (!Add(hash, scores))
                    break;
            }
        }
    }

    // the bytes of a word in steps, each piece marked where it is the first or the last
    private void ScorePieces(ReadOnlySpan<char> word, Span<int> scores)
    {
        if (word.IsEmpty)
            return;
        Span<byte> room = stackalloc byte[LongestWord];
        Utf8.FromUtf16(word, room, out _, out var length);
        var bytes = room[..length];
        var place = 0;
        for (; place + PieceLength < length; place += PieceStep)
            Add(HashOf(bytes.Slice(place, PieceLength), isFirst: place == 0, isLast: false), scores);
        Add(HashOf(bytes[Math.Max(0, length - PieceLength)..], isFirst: place == 0, isLast: true), scores);
    }

    public static ulong HashOf(ReadOnlySpan<byte> piece, bool isFirst, bool isLast)
    {
        var hash = isFirst ? Extend(PieceSeed, ' ') : PieceSeed;
        foreach (var value in piece)
            hash = Extend(hash, (char)value);
        return isLast ? Extend(hash, ' ') : hash;
    }

    /// <summary>The hash of a run, read from its last letter to its first.</summary>
    public static ulong Extend(ulong hash, char letter)
    {
        hash = (hash ^ letter) * Multiplier;
        return hash ^ (hash >> 32);
    }

    public static int BucketOf(ulong hash) => (int)((hash * Multiplier) >> (64 - BucketBits));

    public static ushort FingerprintOf(ulong hash) => (ushort)(hash * Multiplier >> 24);

    private bool Add(ulong hash, Span<int> scores)
    {
        var (bucket, fingerprint) = (BucketOf(hash), FingerprintOf(hash));
        for (var place = offsets[bucket]; place < offsets[bucket + 1]; place += 3 + (2 * records[place + 2]))
        {
            if (Unsafe.ReadUnaligned<ushort>(ref records[place]) != fingerprint)
                continue;
            var pairs = records.AsSpan(place + 3, 2 * records[place + 2]);
            for (var pair = 0; pair < pairs.Length; pair += 2)
                scores[pairs[pair]] += (sbyte)pairs[pair + 1];
            return true;
        }
        return false;
    }
}

/// <summary>A language of the table.</summary>
/// <param name="Head">What it has ahead before a word is read, because more people write in it.</param>
internal readonly record struct TableLanguage(string Code, WritingSystem System, sbyte Head);
