using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>Which mentions to list: those of one state, perhaps of one intent.</summary>
/// <param name="After">Where the page before ended; null for the first.</param>
internal sealed record QueueView(MentionState State = MentionState.Waiting, Intent? Intent = null, QueueCursor? After = null, int Limit = 50);

/// <summary>A place in the list that stays right while mentions come and go.</summary>
internal sealed record QueueCursor(DateTimeOffset At, string Id);
