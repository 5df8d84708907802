namespace EngageBot.Sandbox.Square;

/// <summary>What X finds in a text; offsets are end-exclusive.</summary>
public sealed record Entities(
    IReadOnlyList<MentionEntity> Mentions,
    IReadOnlyList<UrlEntity> Urls,
    IReadOnlyList<TagEntity> Hashtags,
    IReadOnlyList<TagEntity> Cashtags)
{
    public static Entities None { get; } = new([], [], [], []);

    public bool IsEmpty => Mentions.Count + Urls.Count + Hashtags.Count + Cashtags.Count == 0;
}

public sealed record MentionEntity(int Start, int End, string Username, long UserId);

public sealed record UrlEntity(int Start, int End, string Url, string Expanded, string Display);

public sealed record TagEntity(int Start, int End, string Tag);
