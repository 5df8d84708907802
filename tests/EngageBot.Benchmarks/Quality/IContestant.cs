namespace EngageBot.Benchmarks.Quality;

/// <summary>One way to label texts.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>Learns from the task and labels its test; null where it has nothing to say.</summary>
    Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken);
}

/// <summary>A label for each test text and, where known, how sure it is.</summary>
/// <param name="Chances">How likely the class looked for is; where all classes count alike, how likely the label given is right.</param>
/// <param name="OutOfScope">How well texts of no class are told from the others: area under the curve.</param>
internal sealed record Answers(IReadOnlyList<string> Labels, IReadOnlyList<double>? Chances = null, double? OutOfScope = null, string Remark = "")
{
    /// <summary>Nothing was measured, and why.</summary>
    public static Answers None(string why) => new([], Remark: why);
}
