using EngageBot.Model;

namespace EngageBot.Networks;

/// <summary>One page of mentions, newest first.</summary>
/// <param name="Posts">Own posts and reposts included: leaving them out is the listener's decision.</param>
/// <param name="NewestId">The highest id of the page by the network's order; null for an empty page.</param>
/// <param name="NextPage">Token for older ones; null at the end.</param>
/// <param name="Budget">What the network said about further requests.</param>
public sealed record MentionPage(IReadOnlyList<Post> Posts, string? NewestId, string? NextPage, RateBudget? Budget);

/// <summary>What is left of a rate-limit window.</summary>
public sealed record RateBudget(int Limit, int Remaining, DateTimeOffset ResetsAt);
