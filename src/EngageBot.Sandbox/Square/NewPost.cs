using System.Collections.Frozen;

namespace EngageBot.Sandbox.Square;

/// <summary>A post somebody wants to make.</summary>
public sealed record NewPost(User Author, string Text)
{
    public Post? InReplyTo { get; init; }

    public Post? Quoted { get; init; }

    public Post? Edits { get; init; }

    public string? Language { get; init; }

    public string? Label { get; init; }

    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    public string ReplySettings { get; init; } = "everyone";

    public IReadOnlySet<long> ExcludedFromPrefix { get; init; } = FrozenSet<long>.Empty;

    /// <summary>A time in the past gives an id of that time, below ids that were handed out since.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How long timelines hide it: it then shows up below posts that were read already.</summary>
    public TimeSpan Late { get; init; }
}

/// <summary>How the square treats texts; X documents neither choice.</summary>
public sealed record SquareRules
{
    public bool ReplyPrefix { get; init; } = true;

    public bool FoldUrls { get; init; } = true;

    /// <summary>Whether entity offsets count code points rather than UTF-16 units.</summary>
    public bool OffsetsCountCodePoints { get; init; } = true;

    /// <summary>Whether texts carry <c>&amp;amp;</c> for an ampersand, as older clients of X report.</summary>
    public bool EscapeHtml { get; init; }

    /// <summary>How many posts are remembered; the oldest go first.</summary>
    public int Remembered { get; init; } = 60_000;
}
