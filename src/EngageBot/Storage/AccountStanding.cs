using EngageBot.Model;

namespace EngageBot.Storage;

/// <summary>How the line of one account stands; a problem is a sentence for the desk.</summary>
/// <param name="ReadAt">The last successful look for mentions.</param>
/// <param name="PostAfter">The network asked us not to post before.</param>
/// <param name="Bookmark">The post after which reading goes on.</param>
/// <param name="TimelineReadAt">Up to when our own posts are known.</param>
/// <param name="Gap">Mentions that the network no longer shows, in a sentence, until somebody has looked for them.</param>
public sealed record AccountStanding(
    Account Account,
    DateTimeOffset? ReadAt,
    string? ListeningProblem,
    DateTimeOffset? ListeningProblemSince,
    string? PostingProblem,
    DateTimeOffset? PostingProblemSince,
    DateTimeOffset PostAfter,
    string? Bookmark = null,
    DateTimeOffset? TimelineReadAt = null,
    string? Gap = null,
    DateTimeOffset? GapAt = null);
