using EngageBot.Benchmarks.Quality;
using EngageBot.Language.Encoder;
using EngageBot.Learning.Fitting;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Learning;

/// <summary>An airline with a desk of its own: people say of each mention whether it complains, thanks, or wants something else.</summary>
internal sealed class Airline
{
    private const string Complaint = "complaint";
    private readonly MentionReader reader;
    private readonly OwnHeadsFit fit;
    private readonly List<(StudiedMention Seen, string Label)> toTeach;
    private readonly List<(StudiedMention Seen, string Label)> toJudge;

    public Airline(DataSplits splits, float? cost)
    {
        reader = new MentionReader(new IntentHeads(IntentHeads.LoadShipped(), SentenceEncoder.Load()));
        fit = cost is { } chosen ? new OwnHeadsFit(Cost: chosen) : new OwnHeadsFit();
        toTeach = Study(splits.Train);
        toJudge = Study(splits.Dev);
    }

    public int Most => toTeach.Count;

    /// <summary>Draws so many mentions, lets people decide about them, refits as the desk does, and reads what was held back.</summary>
    public Lesson Teach(int count, int draw)
    {
        var order = Enumerable.Range(0, toTeach.Count).ToArray();
        new Random(draw).Shuffle(order);
        var lessons = order.Take(count).Select(row => Decide(toTeach[row].Seen, toTeach[row].Label, row)).ToList();
        var trial = lessons.Count == 0 ? null : new CrossCheck(reader, fit).Try(lessons, null);
        var own = trial is null ? null : fit.Fit(lessons).Pack(trial.Leaning);
        var isKept = trial is { IsBetter: true } && own is not null;
        return new Lesson(
            lessons.Count(lesson => !lesson.Wants.Contains(reader.Judge(lesson.Seen, Nothing))), isKept, Judge(isKept ? own : null), Judge(own).F1);
    }

    private ClassReport Judge(OwnHeads? own) => ClassReport.Of(
        [.. toJudge.Select(one => one.Label == "negative" ? Complaint : "other")],
        [.. toJudge.Select(one => reader.Judge(one.Seen, own?.PushesFor(one.Seen) ?? Nothing) == Intent.Complaint ? Complaint : "other")],
        Complaint);

    private static float[] Nothing { get; } = new float[OwnHeads.Names.Count];

    // "neutral" rules complaint and thanks out and leaves the rest open
    private Taught Decide(StudiedMention mention, string label, int row) =>
        new(mention, [.. Enum.GetValues<Intent>().Where(intent => Fits(label, intent))], null, CrossCheck.PartOf($"{row}"));

    private static bool Fits(string label, Intent intent) => label switch
    {
        "negative" => intent == Intent.Complaint,
        "positive" => intent == Intent.Thanks,
        _ => intent is not (Intent.Complaint or Intent.Thanks or Intent.Unsure),
    };

    private List<(StudiedMention, string)> Study(IReadOnlyList<LabelledText> texts) =>
        [.. texts.AsParallel().AsOrdered().Select(one => (reader.Study(MentionFeatures.Post(one.Text), MentionFeatures.Account(MentionFeatures.Nobody)), one.Label))];
}

/// <summary>What came of a number of decisions.</summary>
/// <param name="Corrections">Decisions that said otherwise than the reader.</param>
/// <param name="IsKept">Whether the desk would read by what was learned; else it goes on as shipped.</param>
/// <param name="Complaints">As the desk would read them.</param>
/// <param name="Unchecked">F1 if whatever was learned were kept.</param>
internal sealed record Lesson(int Corrections, bool IsKept, ClassReport Complaints, double Unchecked);
