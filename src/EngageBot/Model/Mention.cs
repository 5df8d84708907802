namespace EngageBot.Model;

/// <summary>A post that names one of our accounts, and where it stands with us.</summary>
/// <param name="ConversationVersion">Rises with every turn of the talk; an approval holds only for the version that the person saw.</param>
public sealed record Mention(
    string Id,
    string AccountId,
    string ConversationId,
    long ConversationVersion,
    Post Post,
    DateTimeOffset SeenAt,
    MentionState State,
    Understanding Understanding,
    DateTimeOffset? SnoozedUntil = null,
    string? LetBeReason = null);

/// <summary>Where a mention stands; every mention is in exactly one state at every commit.</summary>
public enum MentionState
{
    /// <summary>A person should look.</summary>
    Waiting,

    /// <summary>Comes back by itself at a set time.</summary>
    Snoozed,

    /// <summary>A reply is on its way.</summary>
    Answering,

    /// <summary>Our reply is public.</summary>
    Answered,

    /// <summary>A person decided not to reply, with a reason.</summary>
    LetBe,

    /// <summary>Somebody answered by other means, for example from the phone.</summary>
    AnsweredElsewhere,

    /// <summary>Deleted on the network, or its author asked us to stop.</summary>
    Withdrawn,

    /// <summary>A reply failed or its fate is unknown; a person must decide.</summary>
    NeedsAttention,
}
