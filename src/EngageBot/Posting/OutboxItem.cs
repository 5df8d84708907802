using EngageBot.Model;

namespace EngageBot.Posting;

/// <summary>A reply at the moment of its attempt.</summary>
/// <param name="AttemptedAt">Unix milliseconds; also the fence: only the attempt that wrote it may record its outcome.</param>
/// <param name="TargetPostedAt">When the network says that the mention was written: no reply to it can be older, however wrong our clock is.</param>
/// <param name="MediaId">The uploaded picture that goes with it.</param>
/// <param name="HasDoubtfulForerunner">An earlier reply to the same mention was never found on the timeline; it may have appeared since.</param>
internal sealed record OutboxItem(string Id, string MentionId, Account Account, string TargetPostId, string Text, long AttemptedAt, long TargetPostedAt, bool HasDoubtfulForerunner, string? MediaId = null);
