using EngageBot.Approving;
using EngageBot.Model;

namespace EngageBot.Desk.Letter;

/// <summary>A decision or a correction this person has just taken and may still take back.</summary>
/// <param name="SendAfter">For an approval: when it goes out.</param>
/// <param name="GoneAt">When its line leaves the desk by itself; null while it is still open.</param>
/// <param name="Outcome">What came of it, once known.</param>
/// <param name="Reading">For a correction: what the person says it wants.</param>
public sealed record Deed(
    string MentionId, string Handle, MentionState To, DateTimeOffset At, DateTimeOffset? SendAfter = null, DateTimeOffset? GoneAt = null, string? Outcome = null,
    Intent? Reading = null)
{
    // longer than any undo window
    private static readonly TimeSpan Night = TimeSpan.FromMinutes(11);

    /// <summary>When an approved reply goes out that waits for the house to open; null for any other.</summary>
    public static DateTimeOffset? WaitsUntil(OpenMention? letter, DateTimeOffset now) =>
        letter is { Mention.State: MentionState.Answering, Reply: { State: ReplyState.Held, SendAfter: var sends } } && sends - now > Night ? sends : null;

    /// <summary>It waits for the house to open.</summary>
    public bool IsForLater => SendAfter - At > Night;

    /// <summary>It was the first of two approvals.</summary>
    public bool Proposed { get; init; }

    /// <summary>What was done, where none of the others says it.</summary>
    public Phrase? Said { get; init; }

    /// <summary>Takes it back, where the undo of decisions does not.</summary>
    public Func<string, CancellationToken, Task<Decision>>? TakeBack { get; init; }

    /// <summary>Whether taking it back can still succeed.</summary>
    public bool CanUndo(DateTimeOffset now) => Outcome is null && (SendAfter is not { } sends || sends > now);
}
