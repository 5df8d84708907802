using EngageBot.Model;

namespace EngageBot.Networks.X.Wire;

/// <summary>One page of posts as it was read.</summary>
/// <param name="Unreadable">What could not be made into a post: its id where it has one.</param>
/// <param name="NewestId">Of all that arrived, the unreadable included: they would be as unreadable the next time.</param>
internal sealed record XPage(IReadOnlyList<Post> Posts, IReadOnlyList<string> Unreadable, string? NewestId, string? NextPage);
