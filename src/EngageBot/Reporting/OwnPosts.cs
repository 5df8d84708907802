using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>What our account said in public since a moment, as its timeline tells it.</summary>
internal sealed class OwnPosts
{
    private readonly Dictionary<string, long> firstReplies = [];

    public static async Task<OwnPosts> ReadAsync(Session session, string accountId, DateTimeOffset since)
    {
        var posts = new OwnPosts();
        var rows = await session.QueryAsync<Row>(
            """
            SELECT in_reply_to AS Target, posted_at AS At FROM context_post
            WHERE account_id = @accountId AND user_id = (SELECT user_id FROM account WHERE id = @accountId) AND posted_at >= @since AND in_reply_to IS NOT NULL
            """,
            new { accountId, since = since.ToUnixTimeMilliseconds() });
        foreach (var (target, at) in rows)
            posts.firstReplies[target] = Math.Min(at, posts.firstReplies.GetValueOrDefault(target, long.MaxValue));
        return posts;
    }

    /// <summary>When we first replied to a post, from whatever app; null when the timeline has no reply to it.</summary>
    public long? FirstReplyTo(string postId) => firstReplies.TryGetValue(postId, out var at) ? at : null;

    private sealed record Row(string Target, long At);
}
