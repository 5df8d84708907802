namespace EngageBot.Benchmarks.Quality;

/// <summary>A task on shared splits.</summary>
/// <param name="Positive">The class that is looked for; null where all classes count alike.</param>
/// <param name="LearnsFromDev">Where dev was cut from an official training part, it is given back for the last figure.</param>
internal sealed record SplitTask(string Name, string? Positive, bool LearnsFromDev = false)
{
    public static readonly SplitTask[] All =
    [
        new("tac_question", "question"),
        new("smile_happy", "happy"),
        new("te_offensive", "offensive"),
        new("hwu64", null),
        new("banking77", null, LearnsFromDev: true),
        new("clinc150", null),
        new("go_gratitude", "gratitude"),
    ];
}

/// <summary>A task's texts: what may be learned from, what thresholds may be chosen on, what is judged.</summary>
internal sealed record TaskTexts(SplitTask Task, IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Dev, IReadOnlyList<LabelledText> Test)
{
    /// <summary>Where no test is shared, dev is the test, and thresholds are chosen on nothing.</summary>
    public static TaskTexts Read(string data, SplitTask task)
    {
        var splits = DataSplits.Read(data, task.Name);
        var train = task.LearnsFromDev ? [.. splits.Train, .. splits.Dev] : splits.Train;
        return splits.Test.Count > 0 ? new TaskTexts(task, train, task.LearnsFromDev ? [] : splits.Dev, splits.Test) : new TaskTexts(task, train, [], splits.Dev);
    }

    public List<string> Labels { get; } = [.. Train.Select(one => one.Label).Distinct().Order(StringComparer.Ordinal)];
}
