using System.Collections.Frozen;

namespace EngageBot.Sandbox.Api;

/// <summary>Version 2.166 of X's API says tweet, version 2.167 says post.</summary>
public enum Dialect
{
    Post,
    Tweet,
}

/// <summary>The words of one dialect: what may be asked for, and what the answer calls it.</summary>
internal sealed class Vocabulary
{
    public static readonly string[] FieldParameters =
        ["expansions", "media.fields", "place.fields", "poll.fields", "post.fields", "tweet.fields", "user.fields"];

    public static readonly string[] UserFieldParameters = ["expansions", "post.fields", "tweet.fields", "user.fields"];

    private static readonly string[] SharedPostFields =
    [
        "article", "attachments", "card_uri", "community_id", "context_annotations", "conversation_id", "created_at",
        "display_text_range", "edit_controls", "entities", "geo", "id", "lang", "matched_media_notes", "media_metadata",
        "non_public_metrics", "note_request_suggestions", "organic_metrics", "paid_partnership", "possibly_sensitive",
        "promoted_metrics", "public_metrics", "reply_settings", "scopes", "source", "suggested_source_links",
        "suggested_source_links_with_counts", "text", "withheld",
    ];

    private static readonly string[] SharedUserFields =
    [
        "confirmed_email", "connection_status", "created_at", "description", "entities", "id", "is_identity_verified",
        "location", "name", "parody", "profile_banner_url", "profile_image_url", "protected", "public_metrics",
        "receives_your_dm", "subscription", "subscription_type", "url", "username", "verified",
        "verified_followers_count", "verified_type", "withheld",
    ];

    private static readonly string[] SharedExpansions =
    [
        "article.cover_media", "article.media_entities", "attachments.media_keys", "attachments.media_source_tweet",
        "attachments.poll_ids", "author_id", "entities.mentions.username", "geo.place_id", "in_reply_to_user_id",
    ];

    public static readonly Vocabulary Post = new()
    {
        Dialect = Dialect.Post,
        FieldsParameter = "post.fields",
        ProblemHost = "https://api.x.com/2/problems/",
        EditHistory = "edit_history_post_ids",
        References = "referenced_posts",
        Note = "note_post",
        IncludedPosts = "posts",
        RepostCount = "repost_count",
        PostCount = "post_count",
        ReferenceExpansion = "referenced_posts",
        PostFields = Sorted(SharedPostFields, "article_title", "note_post"),
        UserFields = Sorted(SharedUserFields, "subscribes_to_you"),
        Expansions = Sorted(SharedExpansions, "edit_history_post_ids", "referenced_posts", "username"),
        UserExpansions = ["affiliation", "most_recent_post_id", "pinned_post_id"],
    };

    public static readonly Vocabulary Tweet = new()
    {
        Dialect = Dialect.Tweet,
        FieldsParameter = "tweet.fields",
        ProblemHost = "https://api.twitter.com/2/problems/",
        EditHistory = "edit_history_tweet_ids",
        References = "referenced_tweets",
        Note = "note_tweet",
        IncludedPosts = "tweets",
        RepostCount = "retweet_count",
        PostCount = "tweet_count",
        ReferenceExpansion = "referenced_tweets.id",
        PostFields = Sorted(
            SharedPostFields, "author_id", "edit_history_tweet_ids", "in_reply_to_user_id", "note_tweet", "referenced_tweets"),
        UserFields = Sorted(SharedUserFields, "affiliation", "most_recent_tweet_id", "pinned_tweet_id"),
        Expansions = Sorted(
            SharedExpansions, "edit_history_tweet_ids", "entities.note.mentions.username", "referenced_tweets.id",
            "referenced_tweets.id.attachments.media_keys", "referenced_tweets.id.author_id"),
        UserExpansions = ["affiliation.user_id", "most_recent_tweet_id", "pinned_tweet_id"],
    };

    private static readonly FrozenSet<string> OnlyPost = Only(Post, Tweet);

    private static readonly FrozenSet<string> OnlyTweet = Only(Tweet, Post);

    public required Dialect Dialect { get; init; }

    public required string FieldsParameter { get; init; }

    public required string ProblemHost { get; init; }

    public required string EditHistory { get; init; }

    public required string References { get; init; }

    public required string Note { get; init; }

    public required string IncludedPosts { get; init; }

    public required string RepostCount { get; init; }

    public required string PostCount { get; init; }

    public required string ReferenceExpansion { get; init; }

    public required string[] PostFields { get; init; }

    public required string[] UserFields { get; init; }

    public required string[] Expansions { get; init; }

    public required string[] UserExpansions { get; init; }

    public static Vocabulary Of(Dialect dialect) => dialect == Dialect.Post ? Post : Tweet;

    /// <summary>The dialect that the request's own words belong to; null when it uses none of either.</summary>
    public static Dialect? SpokenIn(XQuery query)
    {
        foreach (var (name, value) in query.Pairs)
        {
            if (name == Post.FieldsParameter)
                return Dialect.Post;
            if (name == Tweet.FieldsParameter)
                return Dialect.Tweet;
            if (name is not ("expansions" or "user.fields"))
                continue;
            foreach (var word in value.Split(','))
                if (OnlyPost.Contains(word))
                    return Dialect.Post;
                else if (OnlyTweet.Contains(word))
                    return Dialect.Tweet;
        }

        return null;
    }

    private static FrozenSet<string> Only(Vocabulary one, Vocabulary other) =>
        one.Expansions.Except(other.Expansions)
            .Concat(one.UserExpansions.Except(other.UserExpansions))
            .Concat(one.UserFields.Except(other.UserFields))
            // A user field here and an expansion there: it tells nothing.
            .Where(word => word != "affiliation")
            .ToFrozenSet();

    private static string[] Sorted(string[] shared, params string[] own) =>
        [.. shared.Concat(own).Order(StringComparer.Ordinal)];
}
