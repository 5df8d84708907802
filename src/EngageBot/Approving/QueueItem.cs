using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>One line of the queue.</summary>
/// <param name="TypedBy">Who has begun to write an answer that is not yet approved.</param>
/// <param name="AssignedTo">Who looks after it; null for nobody in particular.</param>
/// <param name="Place">When it would have been posted without a head start.</param>
/// <param name="Urgency">Why it stands higher than its age alone would place it; null when it does not.</param>
public sealed record QueueItem(
    string Id,
    string AccountHandle,
    Person Author,
    string Text,
    DateTimeOffset PostedAt,
    MentionState State,
    DateTimeOffset StateSince,
    Intent Intent,
    double Confidence,
    string Language,
    bool ReplyWelcome,
    DateTimeOffset? SnoozedUntil,
    string? TypedBy,
    DateTimeOffset Place,
    Urgency? Urgency,
    string? AssignedTo = null)
{
    /// <summary>Why no reply is the kinder answer; null when one is proposed.</summary>
    public string? LetBeAdvice { get; init; }

    /// <summary>When what we promised in the talk falls due; null when nothing is owed.</summary>
    public DateTimeOffset? OwedUntil { get; init; }
}
