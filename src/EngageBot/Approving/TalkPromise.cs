using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What a talk is owed at this moment.</summary>
/// <param name="Said">What we promised.</param>
public sealed record TalkPromise(string Said, DateTimeOffset MadeAt, DateTimeOffset DueAt)
{
    public bool IsLate(DateTimeOffset now) => DueAt < now;

    /// <summary>Null when nothing is owed.</summary>
    internal static async Task<TalkPromise?> InAsync(Session session, string conversationId) =>
        await session.FirstOrDefaultAsync<Row>(
            """
            SELECT COALESCE(reply.text, context_post.text, '') AS Said, promise.made_at AS MadeAt, promise.due_at AS DueAt
            FROM promise
            JOIN mention ON mention.id = promise.mention_id
            LEFT JOIN reply ON reply.id = promise.reply_id
            LEFT JOIN context_post ON context_post.account_id = mention.account_id AND context_post.post_id = promise.post_id
            WHERE promise.conversation_id = @conversationId AND promise.state = 'open' ORDER BY promise.made_at LIMIT 1
            """,
            new { conversationId }) is { } row
            ? new TalkPromise(row.Said, Moment.Of(row.MadeAt), Moment.Of(row.DueAt))
            : null;

    private sealed record Row(string Said, long MadeAt, long DueAt);
}
