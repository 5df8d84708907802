namespace EngageBot.Language.Heads.Fitting;

/// <summary>A head for each class against all others; the highest score wins.</summary>
internal sealed class OneVersusRest(IReadOnlyList<LinearModel> models)
{
    public static OneVersusRest Fit(DualDescent descent, IReadOnlyList<Example> examples, IReadOnlyList<int> classes, int classCount, float cost)
    {
        var costs = Enumerable.Repeat(cost, examples.Count).ToArray();
        var models = new LinearModel[classCount];
        Parallel.For(0, classCount, one => models[one] = descent.Fit(examples, [.. classes.Select(other => other == one)], costs));
        return new OneVersusRest(models);
    }

    public float[] Scores(Example example) => [.. models.Select(model => model.Score(example))];
}
