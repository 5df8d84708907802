using EngageBot.Language.Features;
using EngageBot.Language.Heads;
using EngageBot.Language.Heads.Fitting;

namespace EngageBot.Tests.Language.Heads;

/// <summary>One head, fitted on a handful of texts.</summary>
internal static class SmallHeads
{
    private static readonly (string Text, bool IsComplaint)[] Texts =
    [
        ("the lift is broken again", true),
        ("the heating is broken", true),
        ("nobody answers and the queue is long", true),
        ("the queue was long and nobody cared", true),
        ("what a lovely evening", false),
        ("a lovely evening and a lovely voice", false),
        ("the evening was lovely and the music is great", false),
        ("great music", false),
    ];

    public static HeadSet Set { get; } = Fit();

    public static float ScoreOf(HeadSet set, string text)
    {
        var scores = new float[1];
        set.Score(Bag(text), [1, 0], scores);
        return scores[0];
    }

    public static HeadSet Fit()
    {
        var counts = Texts.Select(one => GramCounts.Of(Bag(one.Text))).ToList();
        var vocabulary = Vocabulary.Of(counts);
        var examples = counts.Select(one => vocabulary.Weigh(one, [1, 0])).ToList();
        var model = new DualDescent().Fit(examples, [.. Texts.Select(one => one.IsComplaint)], [.. Texts.Select(_ => 1f)]);
        var calibration = Platt.Fit([.. examples.Select(model.Score)], [.. Texts.Select(one => one.IsComplaint)]);
        return HeadSetBuilder.Build(vocabulary, [new FittedHead("complaint", model, calibration)]);
    }

    private static GramBag Bag(string text)
    {
        var bag = new GramBag();
        GramReader.Read(PlainText.ForGrams(text), bag);
        return bag;
    }
}
