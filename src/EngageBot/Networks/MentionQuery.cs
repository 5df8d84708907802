namespace EngageBot.Networks;

/// <summary>Where to read on.</summary>
/// <param name="SinceId">Exclusive; null reads the newest page only.</param>
/// <param name="PageToken">From the page before; null for the first.</param>
/// <param name="PageSize">At most this many; networks may cap it.</param>
/// <param name="UntilId">Exclusive; set where the timeline ends too early: the network's search is asked instead, as far back as it reaches.</param>
public sealed record MentionQuery(string? SinceId, string? PageToken = null, int PageSize = 100, string? UntilId = null);
