using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>Which mentions to list: those of one state, perhaps of some kind only.</summary>
/// <param name="Intents">Any of these; all when null.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
public sealed record QueueView(
    MentionState State = MentionState.Waiting, IReadOnlyList<Intent>? Intents = null, QueueCursor? After = null, int Limit = 50, QueueOrder Order = QueueOrder.Oldest)
{
    /// <summary>An ISO 639-1 code, or <c>und</c>; any language when null.</summary>
    public string? Language { get; init; }

    /// <summary>The handle of an account of ours; any when null.</summary>
    public string? Account { get; init; }

    /// <summary>The colleague it was given to; empty for nobody, anybody when null.</summary>
    public string? Assignee { get; init; }

    /// <summary>Only those that one person has approved and a second has still to look at.</summary>
    public bool Proposed { get; init; }

    /// <summary>How many to leave out, counted from <see cref="After"/>.</summary>
    public int Skip { get; init; }

    /// <summary>Walks up instead of down, and lists what it passes in that order.</summary>
    public bool Upwards { get; init; }
}

/// <summary>What stands first.</summary>
public enum QueueOrder
{
    /// <summary>What has waited longest, with a head start for what is urgent, went wrong or comes from somebody we know.</summary>
    Due,

    /// <summary>What was posted first.</summary>
    Oldest,

    /// <summary>What was posted last.</summary>
    Newest,
}

/// <summary>A place in the list that stays right while mentions come and go.</summary>
/// <param name="At">When it was posted; in the order of <see cref="QueueOrder.Due"/> its place, which is earlier by its head start.</param>
public sealed record QueueCursor(DateTimeOffset At, string Id)
{
    /// <summary>Where a mention stands in an order.</summary>
    public static QueueCursor Of(QueueItem item, QueueOrder order) => new(order == QueueOrder.Due ? item.Place : item.PostedAt, item.Id);
}
