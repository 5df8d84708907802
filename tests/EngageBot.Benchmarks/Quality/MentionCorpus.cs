using EngageBot.Cli;

namespace EngageBot.Benchmarks.Quality;

/// <summary>A mention somebody read and labelled.</summary>
/// <param name="Handle">The account it is addressed to.</param>
/// <param name="Fold">Which fifth it is held back with; copies of a text share it.</param>
internal sealed record LabelledMention(string Source, string Text, string Handle, string Label, bool IsReplyWelcome, int Fold);

/// <summary>The mentions that the shipped heads learn from: museum mentions labelled by id, and seeds written for this project.</summary>
internal static class MentionCorpus
{
    public const int Folds = 5;
    public const string Museum = "museum";
    public const string Seed = "seed";
    public const string Audience = "audience";
    public const string Foreign = "other languages";
    public const string Airline = "airline";
    public const string Stage = "theatre";
    public const string Brand = "brand";

    private const string SeedHandle = "HarbourTheatre";

    private static readonly string[] MuseumHandles =
    [
        "britishmuseum", "nationalgallery", "tateliverpool", "_thewhitechapel", "kettlesyard", "fitzmuseum_uk", "tate_stives", "rammuseum",
        "camunivmuseums", "plymouthmuseum", "thelmahulbert", "maacambridge",
    ];

    public static IReadOnlyList<LabelledMention> Read(string mentions, string here) =>
        [.. Museums(mentions, Path.Combine(here, "Labels", "museums.tsv")), .. Seeds(Path.Combine(here, "Seeds"))];

    /// <summary>Mentions of airlines that heads are judged on and never learn from: their licence forbids it.</summary>
    public static IReadOnlyList<LabelledMention> Airlines(string mentions, string here)
    {
        var texts = Texts(mentions);
        return
        [
            .. Lines(Path.Combine(here, "Labels", "airlines-dev.tsv"), "--here").Select(line => line.Split('\t'))
                .Select(cells => new LabelledMention(Airline, texts[cells[0]], MentionFeatures.Nobody, cells[1], cells[2] == "y", Folds)),
        ];
    }

    /// <summary>What followers of a theatre write; written to judge by before a word of <c>en-stage.tsv</c> was, and never learned from.</summary>
    public static IReadOnlyList<LabelledMention> Theatre(string here) => ToJudgeBy(here, "theatre.tsv", Stage);

    /// <summary>What customers of airlines, shops and the like write; written to judge by before a word of <c>en-daily.tsv</c> was, and never learned from.</summary>
    public static IReadOnlyList<LabelledMention> Brands(string here) => ToJudgeBy(here, "brands.tsv", Brand);

    private static LabelledMention[] ToJudgeBy(string here, string file, string source) =>
    [
        .. Lines(Path.Combine(here, "Labels", file), "--here").Select(line => line.Split('\t', 2))
            .Select(cells => Written(source, cells[1], cells[0], Folds)),
    ];

    private static IEnumerable<LabelledMention> Museums(string mentions, string labels)
    {
        var texts = Texts(mentions);
        // id, then what was settled, and what each of two readers had said
        foreach (var cells in Lines(labels, "--here").Select(line => line.Split('\t')))
        {
            if (!texts.TryGetValue(cells[0], out var text))
                throw new BadInputException($"The mention {cells[0]} that {labels} names is not in {mentions}.");
            var handle = Array.Find(MuseumHandles, handle => text.Contains($"@{handle}", StringComparison.OrdinalIgnoreCase)) ?? SeedHandle;
            yield return new LabelledMention(Museum, text, handle, cells[1], cells[2] == "y", FoldOf(text));
        }
    }

    private static IEnumerable<LabelledMention> Seeds(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
            foreach (var cells in File.ReadLines(file).Select(line => line.Split('\t', 2)))
                yield return Written(SourceOf(Path.GetFileName(file)), cells[1], cells[0], FoldOf(cells[1]));
    }

    private static LabelledMention Written(string source, string text, string label, int fold) =>
        new(source, text.Replace("@us", $"@{SeedHandle}", StringComparison.Ordinal), SeedHandle, label, label is not ("abuse" or "spam" or "aside"), fold);

    private static string SourceOf(string file) =>
        file is "en-culture.tsv" or "en-house.tsv" or "en-stage.tsv" or "en-warm.tsv" ? Audience : file.StartsWith("en", StringComparison.Ordinal) ? Seed : Foreign;

    private static Dictionary<string, string> Texts(string file) =>
        Lines(file, "--mentions").Select(line => line.Split('\t', 2)).ToDictionary(cells => cells[0], cells => cells[1]);

    private static IEnumerable<string> Lines(string file, string option) =>
        File.Exists(file) ? File.ReadLines(file) : throw new BadInputException($"There is no file {file}; say where it is with {option}.");

    private static int FoldOf(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Take(60))
            hash = (hash ^ letter) * 16777619;
        return (int)((hash ^ hash >> 15) % Folds);
    }
}
