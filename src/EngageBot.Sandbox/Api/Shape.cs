namespace EngageBot.Sandbox.Api;

/// <summary>Which members the caller wants to see of posts and users, and what is to be included beside them.</summary>
internal sealed class Shape(Vocabulary words, HashSet<string> postFields, HashSet<string> userFields, HashSet<string> expansions)
{
    public Vocabulary Words => words;

    public bool Author { get; } = expansions.Contains("author_id");

    public bool InReplyToUser { get; } = expansions.Contains("in_reply_to_user_id");

    public bool Mentioned { get; } = expansions.Contains("entities.mentions.username");

    public bool References { get; } = expansions.Any(name => name.StartsWith(words.ReferenceExpansion, StringComparison.Ordinal));

    public bool ReferencedAuthors { get; } = expansions.Contains("referenced_tweets.id.author_id");

    /// <summary>The author's handle on the post itself, which only the post dialect knows.</summary>
    public bool AuthorHandle { get; } = expansions.Contains("username");

    public PostMembers Post { get; } = Members(words, postFields, expansions);

    public UserMembers User { get; } = userFields
        .Select(name => UserNames.GetValueOrDefault(name))
        .Aggregate(UserMembers.None, (all, one) => all | one);

    private static readonly Dictionary<string, PostMembers> PostNames = new()
    {
        ["author_id"] = PostMembers.Author,
        ["conversation_id"] = PostMembers.Conversation,
        ["created_at"] = PostMembers.Created,
        ["display_text_range"] = PostMembers.DisplayRange,
        ["edit_controls"] = PostMembers.EditControls,
        ["entities"] = PostMembers.Entities,
        ["in_reply_to_user_id"] = PostMembers.InReplyToUser,
        ["lang"] = PostMembers.Language,
        ["note_post"] = PostMembers.Note,
        ["note_tweet"] = PostMembers.Note,
        ["possibly_sensitive"] = PostMembers.Sensitive,
        ["public_metrics"] = PostMembers.Metrics,
        ["referenced_tweets"] = PostMembers.References,
        ["reply_settings"] = PostMembers.ReplySettings,
        ["source"] = PostMembers.Source,
    };

    private static readonly Dictionary<string, UserMembers> UserNames = new()
    {
        ["created_at"] = UserMembers.Created,
        ["description"] = UserMembers.Description,
        ["profile_image_url"] = UserMembers.Image,
        ["protected"] = UserMembers.Protected,
        ["public_metrics"] = UserMembers.Metrics,
        ["verified"] = UserMembers.Verified,
        ["verified_type"] = UserMembers.VerifiedType,
    };

    // What is asked for as an expansion also stands on the post; in the post dialect that is the only way to get it.
    private static PostMembers Members(Vocabulary words, HashSet<string> fields, HashSet<string> expansions)
    {
        var members = fields
            .Select(name => PostNames.GetValueOrDefault(name))
            .Aggregate(PostMembers.None, (all, one) => all | one);
        if (expansions.Contains("author_id"))
            members |= PostMembers.Author;
        if (expansions.Contains("in_reply_to_user_id"))
            members |= PostMembers.InReplyToUser;
        if (expansions.Contains("entities.mentions.username"))
            members |= PostMembers.Entities;
        if (expansions.Any(name => name.StartsWith(words.ReferenceExpansion, StringComparison.Ordinal)))
            members |= PostMembers.References;
        return members;
    }
}

[Flags]
internal enum PostMembers
{
    None = 0,
    Author = 1,
    Conversation = 2,
    Created = 4,
    DisplayRange = 8,
    EditControls = 16,
    Entities = 32,
    InReplyToUser = 64,
    Language = 128,
    Note = 256,
    Sensitive = 512,
    Metrics = 1024,
    References = 2048,
    ReplySettings = 4096,
    Source = 8192,
}

[Flags]
internal enum UserMembers
{
    None = 0,
    Created = 1,
    Description = 2,
    Image = 4,
    Protected = 8,
    Metrics = 16,
    Verified = 32,
    VerifiedType = 64,
}
