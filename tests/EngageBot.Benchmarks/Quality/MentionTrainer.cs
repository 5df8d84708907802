using EngageBot.Language.Heads;
using EngageBot.Language.Heads.Fitting;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Fits the heads of the reader, and tells what they would say of mentions that were held back.</summary>
internal sealed class MentionTrainer
{
    private const float Cost = 0.3f;
    private const float LessonWeight = 0.1f;
    private static readonly DualDescent Descent = new();

    private readonly List<Row> rows = [];
    private readonly List<(Example Example, (string Head, bool IsFor, float Weight)[] Lessons)> lessons = [];
    private readonly Vocabulary vocabulary;

    public MentionTrainer(MentionFeatures features, IReadOnlyList<LabelledMention> mentions, string data)
    {
        var seen = mentions.AsParallel().AsOrdered().SelectMany(mention => Forms(mention).Select(form => (mention, form, features.Of(mention.Text, form)))).ToList();
        var texts = Lessons(data).AsParallel().AsOrdered().Select(lesson => (lesson.Lessons, Features: features.Of(lesson.Text, MentionFeatures.Nobody))).ToList();
        vocabulary = Vocabulary.Of([.. seen.Select(one => one.Item3.Grams), .. texts.Select(one => one.Features.Grams)]);
        rows.AddRange(seen.Select(one => new Row(one.mention, one.form, vocabulary.Weigh(one.Item3.Grams, one.Item3.Dense))));
        lessons.AddRange(texts.Select(one => (vocabulary.Weigh(one.Features.Grams, one.Features.Dense), one.Lessons)));
    }

    /// <summary>The heads, calibrated on scores that each fold got from the others.</summary>
    public (HeadSet Heads, IReadOnlyList<HeldBack> HeldBack) Fit()
    {
        var names = IntentHeads.Names;
        var (fitted, scores) = (new FittedHead[names.Length], new float[names.Length][]);
        Parallel.For(0, names.Length, head =>
        {
            scores[head] = HeldBackScores(names[head]);
            var known = Enumerable.Range(0, rows.Count)
                .Where(row => rows[row].Mention.Source != MentionCorpus.Foreign && Side(names[head], row) is not null).ToList();
            var calibration = Platt.Fit([.. known.Select(row => scores[head][row])], [.. known.Select(row => Side(names[head], row)!.Value)]);
            fitted[head] = new FittedHead(names[head], Learn(names[head], null), calibration);
        });
        var heldBack = rows.Select((row, index) => new HeldBack(
            row.Mention, row.Handle, new IntentChances([.. fitted.Select((head, place) => head.Calibration.Of(scores[place][index]))])));
        return (HeadSetBuilder.Build(vocabulary, fitted), [.. heldBack]);
    }

    private float[] HeldBackScores(string head)
    {
        var scores = new float[rows.Count];
        for (var fold = 0; fold < MentionCorpus.Folds; fold++)
        {
            var model = Learn(head, fold);
            for (var row = 0; row < rows.Count; row++)
                if (rows[row].Mention.Fold == fold)
                    scores[row] = model.Score(rows[row].Example);
        }
        return scores;
    }

    private LinearModel Learn(string head, int? heldBack)
    {
        var (examples, sides, costs) = (new List<Example>(), new List<bool>(), new List<float>());
        for (var row = 0; row < rows.Count; row++)
            if (rows[row].Mention.Fold != heldBack && Side(head, row) is { } side)
                Add(rows[row].Example, side, Cost * rows[row].Weight);
        foreach (var (example, taught) in lessons)
            foreach (var lesson in taught.Where(lesson => lesson.Head == head))
                Add(example, lesson.IsFor, Cost * LessonWeight * lesson.Weight);
        return Descent.Fit(examples, [.. sides], [.. costs]);

        void Add(Example example, bool side, float cost)
        {
            examples.Add(example);
            sides.Add(side);
            costs.Add(cost);
        }
    }

    private bool? Side(string head, int row) => MentionTree.SideOf(head, rows[row].Mention.Label);

    // a museum's mention is learned with and without knowing which handle is ours; together they count once
    private static string[] Forms(LabelledMention mention) =>
        mention.Source == MentionCorpus.Museum ? [mention.Handle, MentionFeatures.Nobody] : [mention.Handle];

    private static IEnumerable<(string Text, (string, bool, float)[] Lessons)> Lessons(string data) =>
        from set in new[] { ("spam_sms", 3000), ("tac_question", 5000), ("go_map5", 12_000), ("banking77", 3000) }
        from row in DataSplits.Read(data, set.Item1).Train.Take(set.Item2)
        let taught = MentionTree.Lessons(set.Item1, row.Label).ToArray()
        where taught.Length > 0
        select (row.Text, taught);

    private sealed record Row(LabelledMention Mention, string Handle, Example Example)
    {
        public float Weight => Mention.Source == MentionCorpus.Museum ? 0.5f : 1;
    }
}

/// <summary>What heads that had not seen a mention make of it.</summary>
internal sealed record HeldBack(LabelledMention Mention, string Handle, IntentChances Chances);
