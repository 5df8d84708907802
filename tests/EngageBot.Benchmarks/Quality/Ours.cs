using EngageBot.Language.Encoder;
using EngageBot.Language.Features;
using EngageBot.Language.Heads.Fitting;
using EngageBot.Reading;

namespace EngageBot.Benchmarks.Quality;

/// <summary>Our heads over n-grams and sentence vectors, fitted on the task.</summary>
internal sealed class Ours(SentenceEncoder encoder, string data) : IContestant
{
    private const float FewClasses = 0.3f;
    private static readonly DualDescent Descent = new();

    public string Name => "ours";

    public Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        var train = Seen(texts.Train);
        var vocabulary = Vocabulary.Of([.. train.Select(one => one.Grams)]);
        var examples = Weighed(vocabulary, train);
        return Task.FromResult<Answers?>(texts.Task.Positive is { } positive
            ? Binary(texts, positive, vocabulary, examples)
            : Classes(texts, vocabulary, examples));
    }

    private Answers Binary(TaskTexts texts, string positive, Vocabulary vocabulary, List<Example> examples)
    {
        var model = Descent.Fit(examples, [.. texts.Train.Select(one => one.Label == positive)], [.. texts.Train.Select(_ => FewClasses)]);
        var scores = Weighed(vocabulary, Seen(texts.Test)).ConvertAll(model.Score);
        var other = texts.Labels.First(label => label != positive);
        if (texts.Dev.Count == 0)
            return new Answers([.. scores.Select(score => score > 0 ? positive : other)]);
        var dev = Weighed(vocabulary, Seen(texts.Dev)).ConvertAll(model.Score);
        var truth = texts.Dev.Select(one => one.Label == positive).ToList();
        var calibration = Platt.Fit(dev, truth);
        // only for a rare class: the margin itself serves the others, and a small dev would only add chance
        var bar = truth.Count(yes => yes) * 4 < truth.Count ? BestBar(dev, truth) : 0;
        return new Answers([.. scores.Select(score => score > bar ? positive : other)], [.. scores.Select(score => calibration.Of(score))]);
    }

    private Answers Classes(TaskTexts texts, Vocabulary vocabulary, List<Example> examples)
    {
        var jury = Jury.Of(Descent, examples, [.. texts.Train.Select(one => texts.Labels.IndexOf(one.Label))], texts.Labels.Count);
        var scores = Judged(jury.Scores, vocabulary, texts.Test);
        return new Answers(
            [.. scores.Select(row => texts.Labels[Array.IndexOf(row, row.Max())])],
            Chances(texts, jury, vocabulary, scores),
            texts.Task.Folder == "clinc150" ? OutOfScope(jury, vocabulary, texts) : null);
    }

    // how sure the best class may be, from how far it stands above the second; fitted on dev, where there is one
    private List<double>? Chances(TaskTexts texts, Jury jury, Vocabulary vocabulary, List<float[]> scores)
    {
        if (texts.Dev.Count == 0)
            return null;
        var dev = Judged(jury.Scores, vocabulary, texts.Dev);
        var isRight = dev.Zip(texts.Dev, (row, one) => texts.Labels[Array.IndexOf(row, row.Max())] == one.Label);
        var calibration = Platt.Fit(dev.ConvertAll(Lead), [.. isRight]);
        return scores.ConvertAll(row => (double)calibration.Of(Lead(row)));
    }

    private static float Lead(float[] row)
    {
        var best = row.Max();
        return best - row.Where(score => score < best).DefaultIfEmpty(best).Max();
    }

    // how well a query of no class is told by how little its best class stands out
    private double OutOfScope(Jury jury, Vocabulary vocabulary, TaskTexts texts)
    {
        var inside = Judged(jury.Standing, vocabulary, texts.Test);
        var outside = Judged(jury.Standing, vocabulary, DataSplits.Read(data, "clinc150_oos").Test);
        return Ranking.Auroc([.. inside, .. outside], [.. inside.Select(_ => true), .. outside.Select(_ => false)]);
    }

    // with many classes a text takes milliseconds, and there are thousands
    private List<T> Judged<T>(Func<Example, T> judge, Vocabulary vocabulary, IReadOnlyList<LabelledText> texts) =>
        [.. Weighed(vocabulary, Seen(texts)).AsParallel().AsOrdered().Select(judge)];

    private static float BestBar(List<float> scores, List<bool> truth) =>
        Enumerable.Range(-60, 100).Select(step => step / 50f)
            .MaxBy(bar => (F1(scores, truth, bar), -MathF.Abs(bar)));

    private static double F1(List<float> scores, List<bool> truth, float bar)
    {
        var hits = scores.Zip(truth).Count(pair => pair.First > bar && pair.Second);
        return 2.0 * hits / (scores.Count(score => score > bar) + truth.Count(yes => yes));
    }

    private List<(GramCounts Grams, float[] Dense)> Seen(IReadOnlyList<LabelledText> texts) => [.. texts.AsParallel().AsOrdered().Select(one => Seen(one.Text))];

    private (GramCounts Grams, float[] Dense) Seen(string text)
    {
        var (bag, dense) = (new GramBag(), new float[SentenceEncoder.Dimensions]);
        GramReader.Read(PlainText.ForGrams(text), bag);
        encoder.Encode(PlainText.ForEncoder(text), dense);
        for (var index = 0; index < dense.Length; index++)
            dense[index] *= IntentHeads.VectorWeight;
        return (GramCounts.Of(bag), dense);
    }

    private static List<Example> Weighed(Vocabulary vocabulary, List<(GramCounts Grams, float[] Dense)> texts) =>
        texts.ConvertAll(one => vocabulary.Weigh(one.Grams, one.Dense));
}
