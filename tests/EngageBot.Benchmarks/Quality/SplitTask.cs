namespace EngageBot.Benchmarks.Quality;

/// <summary>A task on shared splits.</summary>
/// <param name="Positive">The class that is looked for; null where all classes count alike.</param>
/// <param name="Measure">The figure by which contestants are compared.</param>
/// <param name="LearnsFromDev">Where dev was cut from an official training part, it is given back for the last figure.</param>
/// <param name="LosesQuestionMarks">Judged without any question mark; learned from both forms of each text.</param>
internal sealed record SplitTask(string Folder, string? Positive, Measure Measure, bool LearnsFromDev = false, bool LosesQuestionMarks = false)
{
    public static readonly SplitTask[] All =
    [
        new("tac_question", "question", Measure.F1),
        new("tac_question", "question", Measure.F1, LosesQuestionMarks: true),
        new("go_gratitude", "gratitude", Measure.F1),
        new("clinc150", null, Measure.Accuracy),
        new("banking77", null, Measure.Accuracy, LearnsFromDev: true),
        new("hwu64", null, Measure.Accuracy),
        new("smile_happy", "happy", Measure.MacroF1),
        new("te_offensive", "offensive", Measure.MacroF1),
    ];

    public string Name => LosesQuestionMarks ? $"{Folder} no ?" : Folder;
}

internal enum Measure
{
    F1,
    MacroF1,
    Accuracy,
}

/// <summary>A task's texts: what may be learned from, what thresholds may be chosen on, what is judged.</summary>
internal sealed record TaskTexts(SplitTask Task, IReadOnlyList<LabelledText> Train, IReadOnlyList<LabelledText> Dev, IReadOnlyList<LabelledText> Test)
{
    /// <summary>Where no test is shared, dev is the test, and thresholds are chosen on nothing.</summary>
    public static TaskTexts Read(string data, SplitTask task)
    {
        var splits = DataSplits.Read(data, task.Folder);
        if (task.LosesQuestionMarks)
            splits = splits with { Train = [.. splits.Train, .. Unmarked(splits.Train.Where(IsMarked))], Dev = Unmarked(splits.Dev), Test = Unmarked(splits.Test) };
        var train = task.LearnsFromDev ? [.. splits.Train, .. splits.Dev] : splits.Train;
        return splits.Test.Count > 0 ? new TaskTexts(task, train, task.LearnsFromDev ? [] : splits.Dev, splits.Test) : new TaskTexts(task, train, [], splits.Dev);
    }

    public List<string> Labels { get; } = [.. Train.Select(one => one.Label).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsMarked(LabelledText text) => text.Text.Contains('?', StringComparison.Ordinal);

    private static List<LabelledText> Unmarked(IEnumerable<LabelledText> texts) => [.. texts.Select(one => one with { Text = one.Text.Replace("?", "", StringComparison.Ordinal) })];
}
