using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>The numbers above the queue.</summary>
/// <param name="Oldest">When the longest-waiting mention was posted.</param>
/// <param name="LastReplyAt">When our last reply became public.</param>
/// <param name="Proposed">How many of those that wait have one approval and take a second.</param>
public sealed record QueueCounts(
    IReadOnlyDictionary<MentionState, long> ByState,
    IReadOnlyDictionary<Intent, long> WaitingByIntent,
    DateTimeOffset? Oldest,
    DateTimeOffset? LastReplyAt,
    long Proposed = 0)
{
    public long Waiting => ByState.GetValueOrDefault(MentionState.Waiting);
}
