using EngageBot.Approving.Makers;
using EngageBot.Approving.Rules;
using EngageBot.Approving.Together;
using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>All that a person needs to decide about one mention.</summary>
/// <param name="Thread">The talk so far, oldest first, this mention included.</param>
/// <param name="Typed">What somebody typed and did not approve yet.</param>
/// <param name="Reply">The latest reply of the outbox, whatever became of it.</param>
/// <param name="AnsweredBefore">How many replies of ours this person has had in other threads.</param>
public sealed record OpenMention(
    Mention Mention,
    Account Account,
    Draft Draft,
    TypedText? Typed,
    IReadOnlyList<ThreadTurn> Thread,
    Reply? Reply,
    long AnsweredBefore,
    IReadOnlyList<JournalEntry> Journal)
{
    /// <summary>Whose turn it is; null when nothing was ever said.</summary>
    public TalkStanding? Talk { get; init; }

    /// <summary>What it asks about began then, and the draft made before withdrew itself; null while it makes sense.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>What one person approved and a second has still to look at.</summary>
    public FirstApproval? Proposed { get; init; }

    /// <summary>The latest other talk with this person; null when there was none.</summary>
    public EarlierTalk? Earlier { get; init; }

    /// <summary>Who writes on it at this moment.</summary>
    public Claim? Writing { get; init; }

    /// <summary>Who looks after it; null for nobody in particular.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>What colleagues told each other about the talk, oldest first; never posted.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>What we promised in the talk and have not told yet; null for nothing.</summary>
    public TalkPromise? Owed { get; init; }

    /// <summary>Whom we asked about the talk, oldest first.</summary>
    public IReadOnlyList<MakerQuestion> Makers { get; init; } = [];

    /// <summary>Words of people whose place a colleague's took.</summary>
    public IReadOnlyList<TypedText> SetAside { get; init; } = [];
}

/// <summary>Words that are kept for a person until they approve or discard them.</summary>
/// <param name="Picture">What it was to show; null for words alone.</param>
public sealed record TypedText(string Text, string By, DateTimeOffset At, Picture? Picture = null);

/// <summary>One post of the talk.</summary>
/// <param name="Ours">Said by our account.</param>
/// <param name="ApprovedBy">Who of us, where EngageBot knows.</param>
/// <param name="OnItsWay">Approved for another mention of the talk and not public yet; then its id is that of the reply.</param>
public sealed record ThreadTurn(string PostId, bool Ours, string Name, string Handle, string Text, DateTimeOffset At, string? ApprovedBy, bool OnItsWay = false)
{
    /// <summary>The network does not show it: deleted, or not public.</summary>
    public bool IsMissing => Handle.Length == 0;

    /// <summary>Ours, and said from another app.</summary>
    public bool ByHand => Ours && ApprovedBy is null;
}
