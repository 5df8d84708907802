namespace EngageBot.Approving.Finding;

/// <summary>What a search found, the latest first, each mention once.</summary>
/// <param name="Next">Where a further page begins; null at the end.</param>
/// <param name="Problem">Why nothing was looked for.</param>
public sealed record Findings(IReadOnlyList<Finding> Items, long? Next = null, string? Problem = null)
{
    public static Findings None { get; } = new([]);
}

/// <summary>A mention in which, or around which, the words were said.</summary>
/// <param name="By">Who said them.</param>
/// <param name="Ours">Said by one of our accounts.</param>
/// <param name="Excerpt">The words with what stands around them.</param>
public sealed record Finding(QueueItem Mention, string By, bool Ours, DateTimeOffset At, IReadOnlyList<ExcerptPart> Excerpt);

/// <summary>A stretch of text.</summary>
/// <param name="IsMatch">It was looked for.</param>
public sealed record ExcerptPart(string Text, bool IsMatch);
