using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>Which mentions to list: those of one state, perhaps of some intents only.</summary>
/// <param name="Intents">Any of these; all when null.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="NewestFirst">What is done is looked at from its end; what waits from its beginning.</param>
/// <param name="Proposed">Only those that one person has approved and a second has still to look at.</param>
public sealed record QueueView(
    MentionState State = MentionState.Waiting, IReadOnlyList<Intent>? Intents = null, QueueCursor? After = null, int Limit = 50, bool NewestFirst = false, bool Proposed = false);

/// <summary>A place in the list that stays right while mentions come and go.</summary>
public sealed record QueueCursor(DateTimeOffset At, string Id);
