using System.IO.Compression;
using EngageBot.Language.Identification;

namespace EngageBot.Benchmarks.Weights;

/// <summary>Makes the table of languages: of each the commoner runs of letters, each with what it adds to the shorter run it ends with, and the pieces of words that eld knows.</summary>
internal sealed class LanguageTableBuilder
{
    private const string Latin = "en de fr es nl it pt ca da sv nb fi is pl cs sk hu ro hr sl et lv lt tr id vi sq cy ga eu af tl";
    private const string Cyrillic = "ru uk bg be mk sr";
    private const string Arabic = "ar fa ur";

    // what many people write in is likelier before a word is read, what few do less so
    private const string Common = "en";
    private const string Frequent = "de fr es nl it pt tr id ru ar";
    private const string Rare = "tl af sq eu ga cy mk be et lv lt sl";

    // Chosen on the Universal Declaration of Human Rights in all languages, whole and cut to 40 and 20 letters, and on the seeds:
    // a run that is known speaks for its language even where the letter was to be expected.
    private const double Known = 1;
    private const double Unheard = -16;

    private const double PieceWeight = 0.08;
    private const int PieceBase = 53;

    // how common a run must be in a language, by its length
    private static readonly double[] Least = [1e-7, 1e-6, 1e-5, 1e-5];

    private readonly List<TableLanguage> languages =
        [.. Languages(Latin, WritingSystem.Latin), .. Languages(Cyrillic, WritingSystem.Cyrillic), .. Languages(Arabic, WritingSystem.Arabic)];

    private readonly SortedDictionary<ulong, List<(byte Language, sbyte Weight)>> records = [];

    public static LanguageTable Make(string lingua, string eld)
    {
        var builder = new LanguageTableBuilder();
        using var archive = ZipFile.OpenRead(lingua);
        for (var language = 0; language < builder.languages.Count; language++)
            builder.Add((byte)language, LinguaModel.Read(archive, builder.languages[language].Code));
        foreach (var (piece, isFirst, isLast, values) in EldPackage.Pieces(eld))
            foreach (var (code, value) in values)
                if (builder.languages.FindIndex(language => language.Code == code) is >= 0 and var place)
                    builder.Add(LanguageTable.HashOf(piece, isFirst, isLast), (byte)place, PieceWeight * (value + PieceBase));
        return builder.Finish();
    }

    private static IEnumerable<TableLanguage> Languages(string codes, WritingSystem system) =>
        codes.Split(' ').Select(code => new TableLanguage(code, system, (sbyte)(LanguageTable.Unit * HeadOf(code))));

    private static int HeadOf(string code) =>
        code == Common ? 3 : Frequent.Split(' ').Contains(code) ? 2 : Rare.Split(' ').Contains(code) ? -2 : 0;

    private void Add(byte language, LinguaModel model)
    {
        for (var length = 1; length <= LanguageTable.LongestRun; length++)
        {
            foreach (var (run, next, whole) in model.OfLength(length).Where(run => run.Whole >= Least[length - 1]))
            {
                var weight = Math.Log(next) - (length == 1 ? Unheard : Shorter(model, run[1..]) - Known);
                Add(HashOf(run), language, weight);
            }
        }
    }

    private void Add(ulong hash, byte language, double weight)
    {
        if (!records.TryGetValue(hash, out var pairs))
            records[hash] = pairs = [];
        pairs.Add((language, (sbyte)Math.Clamp(Math.Round(weight * LanguageTable.Unit), -sbyte.MaxValue, sbyte.MaxValue)));
    }

    private static double Shorter(LinguaModel model, string run) =>
        model[run] is var (next, whole) && whole >= Least[run.Length - 1] ? Math.Log(next) : Unheard;

    private LanguageTable Finish()
    {
        var buckets = records.Keys.ToLookup(LanguageTable.BucketOf);
        var (offsets, bytes) = (new int[(1 << LanguageTable.BucketBits) + 1], new List<byte>());
        for (var bucket = 0; bucket < offsets.Length - 1; bucket++)
        {
            offsets[bucket] = bytes.Count;
            foreach (var hash in buckets[bucket])
            {
                bytes.AddRange(BitConverter.GetBytes(LanguageTable.FingerprintOf(hash)));
                bytes.Add((byte)records[hash].Count);
                foreach (var (language, weight) in records[hash])
                    bytes.AddRange([language, (byte)weight]);
            }
        }
        offsets[^1] = bytes.Count;
        return new LanguageTable(languages, offsets, [.. bytes]);
    }

    private static ulong HashOf(string run) => run.Reverse().Aggregate(0UL, LanguageTable.Extend);
}
