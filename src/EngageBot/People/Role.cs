namespace EngageBot.People;

/// <summary>What somebody may do; each role may also do what the ones before it may.</summary>
public enum Role
{
    /// <summary>Sees the queue.</summary>
    Reader,

    /// <summary>Writes drafts.</summary>
    Drafter,

    /// <summary>Decides: approves, lets be, snoozes, undoes.</summary>
    Approver,

    /// <summary>Looks after people, tokens and settings.</summary>
    Admin,
}
