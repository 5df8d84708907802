namespace EngageBot.Model;

/// <summary>Where a conversation with somebody stands.</summary>
/// <param name="Since">From when on.</param>
/// <param name="Why">What ended it, or what is on its way, in a sentence; null where the state says enough.</param>
public sealed record TalkStanding(TalkState State, DateTimeOffset Since, string? Why = null);

/// <summary>Whose turn it is.</summary>
public enum TalkState
{
    /// <summary>They said something, and nobody has decided about it.</summary>
    OurTurn,

    /// <summary>We said the last word, lately.</summary>
    TheirTurn,

    /// <summary>We said the last word, and nothing came for days.</summary>
    Resting,

    /// <summary>It came to a natural end, was let be, or they asked us to stop.</summary>
    Ended,
}
