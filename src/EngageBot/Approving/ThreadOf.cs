using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Puts a talk together from their mentions, our replies and the posts in between.</summary>
internal static class ThreadOf
{
    private const int Longest = 200;

    public static async Task<IReadOnlyList<ThreadTurn>> ConversationAsync(Session session, string conversationId)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT mention.post_id AS PostId, 0 AS Ours, talker.name AS Name, talker.handle AS Handle, mention.text AS Text, mention.posted_at AS At, NULL AS ApprovedBy
            FROM mention JOIN talker ON talker.id = mention.talker_id
            WHERE mention.conversation_id = @conversationId
            UNION ALL
            SELECT reply.post_id, 1, account.name, account.handle, reply.text, reply.state_since, reply.approved_by
            FROM reply JOIN account ON account.id = reply.account_id
            WHERE reply.conversation_id = @conversationId AND reply.state = 'sent'
            UNION ALL
            SELECT context_post.post_id, CASE WHEN context_post.user_id = account.user_id THEN 1 ELSE 0 END,
                   context_post.name, context_post.handle, context_post.text, context_post.posted_at, NULL
            FROM context_post
            JOIN account ON account.id = context_post.account_id
            WHERE context_post.account_id = (SELECT account_id FROM conversation WHERE id = @conversationId)
              AND context_post.post_id IN (SELECT in_reply_to FROM mention WHERE conversation_id = @conversationId)
              AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.conversation_id = @conversationId AND reply.post_id = context_post.post_id)
              AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.account_id = context_post.account_id AND mention.post_id = context_post.post_id
                              AND mention.conversation_id = @conversationId)
            ORDER BY At DESC LIMIT @longest
            """,
            new { conversationId, longest = (long)Longest });
        return [.. rows.Reverse().Select(row => new ThreadTurn(row.PostId, row.Ours == 1, row.Name, row.Handle, row.Text, Moment.Of(row.At), row.ApprovedBy))];
    }

    private sealed class Row
    {
        public string PostId { get; init; } = "";
        public long Ours { get; init; }
        public string Name { get; init; } = "";
        public string Handle { get; init; } = "";
        public string Text { get; init; } = "";
        public long At { get; init; }
        public string? ApprovedBy { get; init; }
    }
}
