using EngageBot.Language.Heads;
using EngageBot.Language.Heads.Fitting;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Fits the heads of the reader, and tells what they would say of mentions that were held back.</summary>
internal sealed class MentionTrainer
{
    private const float Cost = 0.2f;
    private const float LessonWeight = 0.03f;
    private const int Examples = 3000;
    private static readonly DualDescent Descent = new();

    private readonly List<Row> rows = [];
    private readonly List<(Example Example, Lesson[] Lessons)> lessons = [];
    private readonly Vocabulary vocabulary;

    public MentionTrainer(MentionFeatures features, IReadOnlyList<LabelledMention> mentions, string data)
    {
        var seen = mentions.AsParallel().AsOrdered().SelectMany(mention => Forms(mention).Select(form => (mention, form, features.Of(mention.Text, form)))).ToList();
        var texts = MentionLessons.Read(data).AsParallel().AsOrdered().Select(lesson => (lesson.Lessons, Features: features.Of(lesson.Text, MentionFeatures.Nobody))).ToList();
        vocabulary = Vocabulary.Of([.. seen.Select(one => one.Item3.Grams), .. texts.Select(one => one.Features.Grams)]);
        rows.AddRange(seen.Select(one => new Row(one.mention, one.form, vocabulary.Weigh(one.Item3.Grams, one.Item3.Dense))));
        lessons.AddRange(texts.Select(one => (vocabulary.Weigh(one.Features.Grams, one.Features.Dense), one.Lessons)));
    }

    /// <summary>The heads and how they are weighed against each other, learned from scores that each fold got from the others.</summary>
    public (HeadSet Heads, IReadOnlyList<HeldBack> HeldBack) Fit()
    {
        var heads = MentionHead.All;
        var (fitted, scores) = (new FittedHead[heads.Count], new float[heads.Count][]);
        Parallel.For(0, heads.Count, place =>
        {
            var head = heads[place];
            scores[place] = HeldBackScores(head);
            var calibration = Platt.Fit(scores[place], [.. rows.Select(row => head.SideOf(row.Mention) is true)]);
            fitted[place] = new FittedHead(head.Name, Learn(head, null), calibration);
        });
        var likeness = new LikenessFit(
            rows.ConvertAll(row => row.Example.Dense), rows.ConvertAll(row => Array.IndexOf(IntentHeads.Names, row.Mention.Label)), [.. rows.Select(row => row.Weight)],
            IntentHeads.DenseLength, Examples, IntentHeads.Names.Length);
        var likenesses = Enumerable.Range(0, MentionCorpus.Folds).Select(fold => likeness.Fit(row => rows[row].Mention.Fold == fold)).ToArray();
        var points = rows.Select((one, row) => Point(one, scores.Select(head => head[row]), likenesses[one.Mention.Fold])).ToList();
        var blends = new Blend[MentionCorpus.Folds + 1]; // the last has seen every fold
        Parallel.For(0, blends.Length, fold => blends[fold] = Weigh(points, fold));
        return (
            HeadSetBuilder.Build(vocabulary, fitted, blends[^1], likeness.Fit(_ => false)),
            [.. rows.Select((row, index) => new HeldBack(row.Mention, row.Handle, new IntentChances(blends[row.Mention.Fold].Of(points[index]))))]);
    }

    private static float[] Point(Row row, IEnumerable<float> heads, Likeness likeness)
    {
        var votes = new float[likeness.Outcomes];
        likeness.Score(row.Example.Dense, votes);
        return [.. heads, .. votes];
    }

    private Blend Weigh(List<float[]> points, int heldBack)
    {
        var counts = rows.CountBy(row => (row.Mention.Source, row.Mention.Label)).ToDictionary();
        var costs = rows.Select(row => row.Mention.Fold == heldBack ? 0 : MentionMix.ShareOf(row.Mention) / counts[(row.Mention.Source, row.Mention.Label)]);
        return BlendFit.Fit(points, [.. rows.Select(row => Array.IndexOf(IntentHeads.Names, row.Mention.Label))], [.. costs], IntentHeads.Names.Length);
    }

    private float[] HeldBackScores(MentionHead head)
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

    private LinearModel Learn(MentionHead head, int? heldBack)
    {
        var (examples, sides, costs) = (new List<Example>(), new List<bool>(), new List<float>());
        foreach (var row in rows.Where(row => row.Mention.Fold != heldBack))
            if (head.SideOf(row.Mention) is { } side)
                Add(row.Example, side, Cost * row.Weight);
        foreach (var (example, taught) in lessons)
            foreach (var lesson in taught.Where(lesson => lesson.Head == head.Name))
                Add(example, lesson.IsFor, Cost * LessonWeight * lesson.Weight);
        return Descent.Fit(examples, [.. sides], [.. costs]);

        void Add(Example example, bool side, float cost)
        {
            examples.Add(example);
            sides.Add(side);
            costs.Add(cost);
        }
    }

    // a museum's mention is learned with and without knowing which handle is ours
    private static string[] Forms(LabelledMention mention) =>
        mention.Source == MentionCorpus.Museum ? [mention.Handle, MentionFeatures.Nobody] : [mention.Handle];

    private sealed record Row(LabelledMention Mention, string Handle, Example Example)
    {
        // real mentions are worth more than seeds, and a museum's complaints are rare
        public float Weight => Mention.Source != MentionCorpus.Museum ? 1 : Mention.Label == "complaint" ? 2 : 1;
    }
}

/// <summary>What heads that had not seen a mention make of it.</summary>
internal sealed record HeldBack(LabelledMention Mention, string Handle, IntentChances Chances);
