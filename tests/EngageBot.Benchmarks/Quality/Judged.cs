namespace EngageBot.Benchmarks.Quality;

/// <summary>What a contestant answered on a task, and how well.</summary>
internal sealed class Judged
{
    private const int FewClasses = 20;

    private readonly IReadOnlyList<Report> drawn;

    public Judged(TaskTexts texts, string who, Answers answers)
    {
        (Task, Who, Answers) = (texts.Task, who, answers);
        var truth = texts.Test.Select(one => one.Label).ToList();
        Report = Report.Of(truth, answers.Labels);
        drawn = Report.Draw(truth, answers.Labels, texts.Labels.Count > FewClasses ? 50 : 300);
        if (answers.Chances is not { } chances)
            return;
        var isSo = truth.Zip(answers.Labels, (label, guess) => texts.Task.Positive is { } positive ? label == positive : label == guess).ToList();
        (Brier, CalibrationError) = (Ranking.Brier(chances, isSo), Ranking.CalibrationError(chances, isSo));
    }

    public SplitTask Task { get; }

    public string Who { get; }

    public Answers Answers { get; }

    public Report Report { get; }

    public double? Brier { get; }

    public double? CalibrationError { get; }

    /// <summary>The figure by which the task compares.</summary>
    public double Figure => FigureOf(Report);

    public (double Low, double High) Interval => IntervalOf(FigureOf);

    public bool HasFewClasses => Report.Classes.Count <= FewClasses;

    public (double Low, double High) IntervalOf(Func<Report, double> figure) => Report.Interval(drawn, figure);

    private double FigureOf(Report report) => Task.Measure switch
    {
        Measure.F1 => report.Classes.TryGetValue(Task.Positive!, out var positive) ? positive.F1 : 0,
        Measure.MacroF1 => report.MacroF1,
        _ => report.Accuracy,
    };
}
