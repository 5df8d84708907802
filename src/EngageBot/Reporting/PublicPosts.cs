using EngageBot.Language;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>All that an account said in public: what its timeline shows, and replies of ours that it does not show yet.</summary>
internal static class PublicPosts
{
    public static async Task<IReadOnlyList<PublicPost>> OfAsync(Session session, string accountId, DateTimeOffset from, DateTimeOffset until)
    {
        var span = new { accountId, from = from.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() };
        var shown = await session.QueryAsync<Shown>(
            """
            SELECT post.post_id AS PostId, post.in_reply_to AS InReplyTo, post.posted_at AS At, post.text AS Text, parent.user_id AS ParentUser, parent.in_reply_to AS ParentInReplyTo
            FROM context_post post LEFT JOIN context_post parent ON parent.account_id = post.account_id AND parent.post_id = post.in_reply_to
            WHERE post.account_id = @accountId AND post.user_id = (SELECT user_id FROM account WHERE id = @accountId) AND post.posted_at >= @from AND post.posted_at < @until
            ORDER BY post.posted_at
            """,
            span);
        var sent = await session.QueryAsync<Sent>(
            """
            SELECT post_id AS PostId, attempted_at AS At, text AS Text FROM reply
            WHERE account_id = @accountId AND approved_at >= @from AND approved_at < @until AND state = 'sent' AND post_id IS NOT NULL
            """,
            span);
        var self = await session.FirstOrDefaultAsync<string>("SELECT user_id FROM account WHERE id = @accountId", new { accountId });
        var posts = new Dictionary<string, PublicPost>();
        foreach (var reply in sent)
            posts[reply.PostId] = new PublicPost(reply.At, true, reply.Text);
        foreach (var post in shown)
            posts[post.PostId] = new PublicPost(post.At, IsTalk(post, self, posts), post.Text);
        return [.. posts.Values];
    }

    /// <summary>Whoever goes on below a post of their own goes on with what that was.</summary>
    private static bool IsTalk(Shown post, string? self, Dictionary<string, PublicPost> before) => post switch
    {
        { InReplyTo: null } => false,
        { InReplyTo: { } parent } when before.TryGetValue(parent, out var known) => known.IsTalk,
        { ParentUser: { } user } when user == self => post.ParentInReplyTo is not null,
        _ => true,
    };

    private sealed record Shown(string PostId, string? InReplyTo, long At, string Text, string? ParentUser, string? ParentInReplyTo);

    private sealed record Sent(string PostId, long At, string Text);
}

/// <summary>One post of ours.</summary>
/// <param name="IsTalk">It answers somebody.</param>
internal sealed record PublicPost(long At, bool IsTalk, string Text)
{
    /// <summary>A question mark that is no part of a link.</summary>
    public bool Asks => Text.Contains('?', StringComparison.Ordinal) && Tokenizer.Split(Text).Any(token => token is { Kind: TokenKind.Mark, Text: "?" });
}
