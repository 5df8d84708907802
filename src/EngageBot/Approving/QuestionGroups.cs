using EngageBot.Language.Encoder;
using EngageBot.Language.Heads;

namespace EngageBot.Approving;

/// <summary>Puts questions that mean the same together, so that one answer serves them all.</summary>
internal sealed class QuestionGroups(SentenceEncoder encoder)
{
    private const double AlikeEnough = 0.72;

    /// <summary>Those asked most often first, then the newest.</summary>
    /// <param name="questions">Newest first.</param>
    public IReadOnlyList<QuestionGroup> Of(IReadOnlyList<UnansweredQuestion> questions)
    {
        var groups = new List<(float[] Meaning, List<UnansweredQuestion> Questions)>();
        foreach (var question in questions)
        {
            var meaning = MeaningOf(question);
            var home = groups.Where(group => group.Questions[0].Language == question.Language)
                .Select(group => (group.Questions, Likeness: Lanes.Dot(group.Meaning, meaning)))
                .Where(found => found.Likeness >= AlikeEnough).OrderByDescending(found => found.Likeness).FirstOrDefault().Questions;
            if (home is null)
                groups.Add((meaning, [question]));
            else
                home.Add(question);
        }
        return [.. groups.Select(group => new QuestionGroup(group.Questions)).OrderByDescending(group => group.Questions.Count)];
    }

    private float[] MeaningOf(UnansweredQuestion question)
    {
        var vector = new float[SentenceEncoder.Dimensions];
        encoder.Encode(question.Plain, vector);
        var length = MathF.Sqrt(Lanes.Dot(vector, vector));
        return [.. vector.Select(value => length == 0 ? 0 : value / length)];
    }
}

/// <summary>Questions that one answer serves.</summary>
/// <param name="Questions">At least one, newest first.</param>
public sealed record QuestionGroup(IReadOnlyList<UnansweredQuestion> Questions);
