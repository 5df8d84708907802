namespace EngageBot.Benchmarks.Quality;

/// <summary>The rules of the first version, where one of their intents means what the task looks for.</summary>
internal sealed class Rules(MentionFeatures features) : IContestant
{
    public string Name => "rules";

    public Task<Answers?> AnswerAsync(TaskTexts texts, CancellationToken cancellationToken)
    {
        string[]? intents = texts.Task.Folder switch
        {
            "tac_question" => ["question", "curiosity"],
            "smile_happy" or "go_gratitude" => ["thanks"],
            "te_offensive" => ["abuse"],
            _ => null,
        };
        if (intents is null)
            return Task.FromResult<Answers?>(null);
        var other = texts.Labels.First(label => label != texts.Task.Positive);
        return Task.FromResult<Answers?>(new Answers(
            [.. texts.Test.Select(one => intents.Contains(features.RuleOf(one.Text, MentionFeatures.Nobody)) ? texts.Task.Positive! : other)]));
    }
}
