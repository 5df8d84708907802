using EngageBot.Model;

namespace EngageBot.Approving;

/// <summary>The numbers above the queue.</summary>
/// <param name="Oldest">When the longest-waiting mention was posted.</param>
/// <param name="LastReplyAt">When our last reply became public.</param>
public sealed record QueueCounts(
    IReadOnlyDictionary<MentionState, long> ByState,
    IReadOnlyDictionary<Intent, long> WaitingByIntent,
    DateTimeOffset? Oldest,
    DateTimeOffset? LastReplyAt)
{
    public long Waiting => ByState.GetValueOrDefault(MentionState.Waiting);
}
