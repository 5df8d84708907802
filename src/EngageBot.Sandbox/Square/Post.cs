using System.Globalization;

namespace EngageBot.Sandbox.Square;

/// <summary>A public post; everything but its fate (deleted, edited) is fixed when it is born.</summary>
public sealed class Post
{
    private volatile bool deleted;
    private volatile bool superseded;

    internal Post(long id, User author, string text)
    {
        Id = id;
        IdText = id.ToString(CultureInfo.InvariantCulture);
        Author = author;
        Text = text;
        Typed = text;
        ConversationId = id;
        EditHistory = [id];
    }

    public long Id { get; }

    public string IdText { get; }

    public User Author { get; }

    /// <summary>The text as X shows it: with the reply prefix, and links folded.</summary>
    public string Text { get; }

    /// <summary>The text as its author typed it.</summary>
    public string Typed { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on timelines and search show it; later than its birth for a late arrival.</summary>
    public DateTimeOffset VisibleFrom { get; init; }

    public long ConversationId { get; init; }

    public Post? InReplyTo { get; init; }

    public Post? Quoted { get; init; }

    public Entities Entities { get; init; } = Entities.None;

    /// <summary>The cut version that X shows of a long post; null for a post of ordinary length.</summary>
    public string? Shortened { get; init; }

    public string Language { get; init; } = "und";

    public string ReplySettings { get; init; } = "everyone";

    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>A name given by whoever replayed it, so that a file's lines can be found again.</summary>
    public string? Label { get; init; }

    /// <summary>Where the visible part begins, in code points: behind the prefix that X itself put in front.</summary>
    public int DisplayStart { get; init; }

    public IReadOnlyList<long> EditHistory { get; internal set; }

    public int ReplyCount { get; internal set; }

    public int QuoteCount { get; internal set; }

    public bool IsDeleted
    {
        get => deleted;
        internal set => deleted = value;
    }

    public bool IsSuperseded
    {
        get => superseded;
        internal set => superseded = value;
    }

    /// <summary>Whether a timeline may show it at that time.</summary>
    public bool IsListedAt(DateTimeOffset now) =>
        !deleted && !superseded && VisibleFrom <= now && !Author.IsSuspended && !Author.IsProtected;

    public bool Mentions(User user)
    {
        foreach (var mention in Entities.Mentions)
            if (mention.UserId == user.Id)
                return true;
        return false;
    }
}
