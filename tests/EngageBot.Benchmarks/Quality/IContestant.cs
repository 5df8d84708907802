namespace EngageBot.Benchmarks.Quality;

/// <summary>One way to label texts.</summary>
internal interface IContestant
{
    string Name { get; }

    /// <summary>Learns from the task and labels its test; null where it has nothing to say.</summary>
    Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken);
}

/// <summary>A label for each test text; where known, the chance of the class looked for, and other figures by name.</summary>
internal sealed record Answers(IReadOnlyList<string> Labels, IReadOnlyList<double>? Chances = null, string Remark = "");
