using EngageBot.Language.Heads;
using EngageBot.Language.Heads.Fitting;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Learning.Fitting;

/// <summary>Fits what people taught on top of the shipped heads. The same lessons give the same heads.</summary>
/// <param name="Fewest">A step is left as shipped until so many lessons speak for it and so many against.</param>
/// <param name="Cost">How much a lesson weighs against the pull towards what is shipped; chosen with the benchmark <c>learning</c>.</param>
internal sealed record OwnHeadsFit(int Fewest = 3, float Cost = 0.5f)
{
    private static readonly Calibration AsTheyAre = new(-1, 0);
    private static readonly OffsetLogistic Logistic = new();

    /// <summary>A model for each of <see cref="OwnHeads.Names"/>; null where there is nothing to learn yet.</summary>
    public Models Fit(IReadOnlyList<Taught> lessons)
    {
        var vocabulary = Vocabulary.Of([.. lessons.Select(lesson => lesson.Seen.Grams)]);
        var examples = lessons.Select(lesson => vocabulary.Weigh(lesson.Seen.Grams, lesson.Seen.Dense)).ToArray();
        return new Models(vocabulary, [.. Enumerable.Range(0, OwnHeads.Names.Count).Select(head => FitHead(lessons, examples, head))]);
    }

    private LinearModel? FitHead(IReadOnlyList<Taught> lessons, Example[] examples, int head)
    {
        var rows = Enumerable.Range(0, lessons.Count).Select(row => (Row: row, Side: SideOf(lessons[row], head))).Where(one => one.Side is not null).ToList();
        var (fors, againsts) = (rows.Count(one => one.Side == true), rows.Count(one => one.Side == false));
        return fors < Fewest || againsts < Fewest
            ? null
            : Logistic.Fit(
                rows.ConvertAll(one => examples[one.Row]),
                rows.ConvertAll(one => OffsetOf(lessons[one.Row], head)),
                rows.ConvertAll(one => one.Side!.Value),
                Cost);
    }

    private static bool? SideOf(Taught lesson, int head) =>
        OwnHeads.Names[head] == OwnHeads.Welcome ? lesson.Welcome : lesson.SideOf(OwnHeads.Names[head]);

    private static float OffsetOf(Taught lesson, int head) =>
        head < lesson.Seen.Odds.Length ? lesson.Seen.Odds[head] : MentionReader.WelcomeOdds(lesson.Wants is [var intent] ? intent : Intent.Chat);

    /// <summary>Fitted models, not yet packed.</summary>
    internal sealed record Models(Vocabulary Vocabulary, LinearModel?[] Heads)
    {
        /// <summary>How far each step of a mention is pushed.</summary>
        public float[] PushesFor(StudiedMention mention)
        {
            var example = Vocabulary.Weigh(mention.Grams, mention.Dense);
            return [.. Heads.Select(head => head?.Score(example) ?? 0)];
        }

        /// <summary>Null when nothing could be learned.</summary>
        /// <param name="leaning">By how much the step of complaints is moved besides.</param>
        public OwnHeads? Pack(float leaning)
        {
            if (Array.TrueForAll(Heads, head => head is null) || Array.TrueForAll(Vocabulary.Rarities, rarity => rarity == 0))
                return null;
            var flat = new LinearModel(Vocabulary.Rarities.Length, IntentHeads.DenseLength);
            if (Heads[OwnHeads.ComplaintStep] is { } complaint)
                complaint.Bias += leaning;
            return new OwnHeads(HeadSetBuilder.Build(Vocabulary, [.. OwnHeads.Names.Select((name, head) => new FittedHead(name, Heads[head] ?? flat, AsTheyAre))]));
        }
    }
}
