namespace EngageBot.Model;

/// <summary>The outbox row: a reply that a person approved, letter by letter, and what became of it.</summary>
/// <param name="TargetPostId">The mention it answers, on the network.</param>
/// <param name="SendAfter">End of the undo window, or of a rate limit.</param>
/// <param name="AttemptedAt">When the single attempt began.</param>
/// <param name="PostId">The public post, once known.</param>
/// <param name="Picture">What was approved to be shown with it.</param>
/// <param name="ProposedBy">Who approved it first, where it took two.</param>
public sealed record Reply(
    string Id,
    string MentionId,
    string AccountId,
    string TargetPostId,
    string Text,
    ReplyState State,
    string ApprovedBy,
    DateTimeOffset ApprovedAt,
    DateTimeOffset SendAfter,
    DateTimeOffset? AttemptedAt = null,
    string? PostId = null,
    string? Problem = null,
    Picture? Picture = null,
    string? ProposedBy = null);

/// <summary>Where an approved reply stands.</summary>
public enum ReplyState
{
    /// <summary>In the undo window, or put off by a rate limit.</summary>
    Held,

    /// <summary>Written before the single attempt: from here on it may be public.</summary>
    Sending,

    /// <summary>Public.</summary>
    Sent,

    /// <summary>The network said no; it is not public.</summary>
    Refused,

    /// <summary>The attempt broke off; our own timeline will tell.</summary>
    Unclear,

    /// <summary>Even the timeline could not tell; a person must look.</summary>
    NeedsAttention,

    /// <summary>Taken back by a person in time.</summary>
    Undone,

    /// <summary>The conversation moved on before it was sent.</summary>
    Voided,
}
