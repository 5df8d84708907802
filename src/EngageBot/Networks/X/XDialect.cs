namespace EngageBot.Networks.X;

/// <summary>How a request spells its fields; X renamed them from tweet to post in 2026 and took some from the fields to the expansions.</summary>
internal sealed record XDialect(string FieldsKey, string Fields, string MentionExpansions, string TimelineExpansions)
{
    private static readonly XDialect Post = new(
        "post.fields",
        "conversation_id,created_at,entities,lang,note_post",
        "author_id,in_reply_to_user_id,referenced_posts",
        "referenced_posts");

    private static readonly XDialect Tweet = new(
        "tweet.fields",
        "author_id,conversation_id,created_at,entities,in_reply_to_user_id,lang,note_tweet,referenced_tweets",
        "author_id,referenced_tweets.id",
        "");

    /// <summary>The dialect of that name; null when there is none.</summary>
    public static XDialect? Named(string name) => name.ToLowerInvariant() switch
    {
        "post" => Post,
        "tweet" => Tweet,
        _ => null,
    };

    /// <summary>What a page of mentions asks for: who wrote it and which post it answers.</summary>
    public IEnumerable<KeyValuePair<string, string>> ForMentions() =>
        [new("expansions", MentionExpansions), new(FieldsKey, Fields), new("user.fields", "name,username")];

    /// <summary>Our own timeline: nobody's profile is asked for, since every user read is billed.</summary>
    public IEnumerable<KeyValuePair<string, string>> ForOwnPosts() =>
        TimelineExpansions.Length == 0 ? [new(FieldsKey, Fields)] : [new("expansions", TimelineExpansions), new(FieldsKey, Fields)];
}
