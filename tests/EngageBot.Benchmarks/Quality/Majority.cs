namespace EngageBot.Benchmarks.Quality;

/// <summary>Always the commonest class.</summary>
internal sealed class Majority : IContestant
{
    public string Name => "majority";

    public Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        var commonest = texts.Train.CountBy(one => one.Label).MaxBy(pair => pair.Value).Key;
        return Task.FromResult<Answers?>(new Answers([.. texts.Test.Select(_ => commonest)]));
    }
}
