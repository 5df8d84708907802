using EngageBot.Approving.Rules;
using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>What came of a verb: taken, or why not, in words for the person who tried.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Something has changed that others should see.</summary>
    public bool ChangedSomething => this is Taken or Proposed;

    /// <summary>Done; the mention now stands here.</summary>
    /// <param name="SendAfter">For an approval: when it goes out unless undone.</param>
    public sealed record Taken(MentionState State, DateTimeOffset? SendAfter = null) : Decision;

    /// <summary>The first of two approvals is done; a colleague looks before the words go out.</summary>
    /// <param name="Rule">Why it takes two.</param>
    public sealed record Proposed(MentionState State, SecondLookRule Rule) : Decision;

    /// <summary>The first approval of these very words was by the same person; nobody is their own second.</summary>
    public sealed record OwnSecond : Decision;

    /// <summary>A colleague is writing on it; take it over first.</summary>
    public sealed record BeingWritten(string By, DateTimeOffset Since) : Decision;

    /// <summary>Somebody was faster.</summary>
    /// <param name="What">What they did, as the journal calls it: approved, let-be, snoozed, ...</param>
    public sealed record AlreadyTaken(string By, string What, DateTimeOffset At) : Decision;

    /// <summary>The talk went on after the person saw it; they must look again before these words go out.</summary>
    public sealed record MovedOn(string WhatHappened) : Decision;

    /// <summary>These words cannot be posted.</summary>
    public sealed record NotPostable(string Why) : Decision;

    /// <summary>These words are so far from a person's that they go out only for a reason; approve again with one.</summary>
    /// <param name="Headline">What they read like, for example <c>reads like an advert: “book now”</c>.</param>
    public sealed record NeedsReason(string Headline, int Score) : Decision;

    /// <summary>The verb does not fit where the mention stands, for example an undo after the undo window.</summary>
    public sealed record TooLate(string Why) : Decision;

    /// <summary>No such mention.</summary>
    public sealed record NotFound : Decision;
}
