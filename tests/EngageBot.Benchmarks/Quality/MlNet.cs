using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace EngageBot.Benchmarks.Quality;

/// <summary>ML.NET: its text features with its usual learners, the best of them by dev.</summary>
internal sealed class MlNet : IContestant
{
    private readonly MLContext context = new(seed: 1);

    public string Name => "ML.NET";

    public Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        // where no dev is left, one row in ten of what may be learned from stands in for it
        var (train, dev) = texts.Dev.Count > 0
            ? (texts.Train, texts.Dev)
            : ([.. texts.Train.Where((_, index) => index % 10 != 0)], [.. texts.Train.Where((_, index) => index % 10 == 0)]);
        var best = Pipelines(texts.Task.Positive is null)
            .Select(pipeline => (pipeline.Name, pipeline.Steps, Dev: Predict(pipeline.Steps.Fit(Rows(train)), dev)))
            .MaxBy(tried => Judge(texts, tried.Dev, dev, tried.Dev) is var answers && Report.Of([.. dev.Select(one => one.Label)], answers.Labels) is var report
                && texts.Task.Positive is { } positive ? report.Classes[positive].F1 : report.Accuracy);
        var model = best.Steps.Fit(Rows(texts.Train));
        return Task.FromResult<Answers?>(Judge(texts, best.Dev, dev, Predict(model, texts.Test)) with { Remark = best.Name });
    }

    // the threshold of a rare class is chosen on dev, as ours is
    private static Answers Judge(TaskTexts texts, Predicted dev, IReadOnlyList<LabelledText> devTexts, Predicted test)
    {
        if (texts.Task.Positive is not { } positive)
            return new Answers(test.Labels, test.Chances);
        var (chances, other) = (test.ChancesOf(positive), texts.Labels.First(label => label != positive));
        var truth = devTexts.Select(one => one.Label == positive).ToList();
        var bar = truth.Count(yes => yes) * 4 < truth.Count ? Threshold.BestF1(dev.ChancesOf(positive), truth, 0.5) : 0.5;
        return new Answers([.. chances.Select(chance => chance > bar ? positive : other)], chances);
    }

    private IEnumerable<(string Name, IEstimator<ITransformer> Steps)> Pipelines(bool hasManyClasses)
    {
        var learners = context.MulticlassClassification.Trainers;
        foreach (var (words, features) in new[] { ("words", Features(1)), ("word pairs", Features(2)) })
        {
            yield return ($"{words}, SDCA maximum entropy", With(features, learners.SdcaMaximumEntropy(maximumNumberOfIterations: 50)));
            if (!hasManyClasses)
                yield return ($"{words}, L-BFGS maximum entropy", With(features, learners.LbfgsMaximumEntropy(l1Regularization: 0, l2Regularization: 0.1f)));
            yield return ($"{words}, averaged perceptron", With(features, learners.OneVersusAll(context.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 20))));
        }
    }

    private IEstimator<ITransformer> Features(int wordGrams) =>
        context.Transforms.Text.FeaturizeText(
            "Features",
            new TextFeaturizingEstimator.Options
            {
                WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = wordGrams, UseAllLengths = true },
                CharFeatureExtractor = new WordBagEstimator.Options { NgramLength = wordGrams == 1 ? 3 : 5, UseAllLengths = wordGrams > 1 },
            },
            "Text");

    private EstimatorChain<Microsoft.ML.Transforms.KeyToValueMappingTransformer> With(IEstimator<ITransformer> features, IEstimator<ITransformer> learner) =>
        context.Transforms.Conversion.MapValueToKey("Label").Append(features).AppendCacheCheckpoint(context).Append(learner)
            .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

    private IDataView Rows(IReadOnlyList<LabelledText> texts) =>
        context.Data.LoadFromEnumerable(texts.Select(one => new Row { Label = one.Label, Text = one.Text }));

    private Predicted Predict(ITransformer model, IReadOnlyList<LabelledText> texts)
    {
        var view = model.Transform(Rows(texts));
        var names = default(VBuffer<ReadOnlyMemory<char>>);
        view.Schema["Score"].Annotations.GetValue("SlotNames", ref names);
        var rows = context.Data.CreateEnumerable<Guess>(view, reuseRowObject: false).ToList();
        return new Predicted([.. names.DenseValues().Select(name => name.ToString())], [.. rows.Select(row => row.PredictedLabel)], [.. rows.Select(row => row.Score)]);
    }

    private sealed class Row
    {
        public string Label { get; set; } = "";

        public string Text { get; set; } = "";
    }

    private sealed class Guess
    {
        public string PredictedLabel { get; set; } = "";

        public float[] Score { get; set; } = [];
    }

    private sealed record Predicted(List<string> Names, IReadOnlyList<string> Labels, IReadOnlyList<float[]> Scores)
    {
        public IReadOnlyList<double> Chances => [.. Scores.Select(row => (double)row.Max() / Math.Max(1e-9, row.Sum()))];

        public IReadOnlyList<double> ChancesOf(string label)
        {
            var place = Names.IndexOf(label);
            return [.. Scores.Select(row => (double)row[place])];
        }
    }
}
