namespace EngageBot.Model;

/// <summary>One line of the append-only journal: who did what to a mention, when, why, from what to what.</summary>
/// <param name="Actor">A user's name, or <c>engagebot</c>.</param>
/// <param name="What">The verb: seen, approved, let-be, snoozed, reopened, undone, sending, sent, refused, unclear, ...</param>
/// <param name="From">The mention's state before; empty for its first entry.</param>
/// <param name="To">The mention's state after.</param>
public sealed record JournalEntry(string Id, DateTimeOffset At, string Actor, string MentionId, string What, string From, string To, string Why);
