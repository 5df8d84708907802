using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Puts a talk together from their mentions, our replies and the posts in between.</summary>
internal static class ThreadOf
{
    private const int Longest = 200;

    public static async Task<IReadOnlyList<ThreadTurn>> ConversationAsync(Session session, string conversationId, string mentionId)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT mention.post_id AS PostId, 0 AS Ours, talker.name AS Name, talker.handle AS Handle, mention.text AS Text, mention.posted_at AS At, NULL AS ApprovedBy, 0 AS OnItsWay
            FROM mention JOIN talker ON talker.id = mention.talker_id
            WHERE mention.conversation_id = @conversationId
            UNION ALL
            SELECT COALESCE(reply.post_id, reply.id), 1, account.name, account.handle, reply.text, reply.state_since, reply.approved_by, CASE WHEN reply.state = 'sent' THEN 0 ELSE 1 END
            FROM reply JOIN account ON account.id = reply.account_id
            WHERE reply.conversation_id = @conversationId AND (reply.state = 'sent' OR (reply.state IN ('held', 'sending', 'unclear') AND reply.mention_id <> @mentionId))
            UNION ALL
            SELECT context_post.post_id, CASE WHEN context_post.user_id = account.user_id THEN 1 ELSE 0 END,
                   context_post.name, context_post.handle, context_post.text, context_post.posted_at, NULL, 0
            FROM context_post
            JOIN account ON account.id = context_post.account_id
            WHERE context_post.account_id = (SELECT account_id FROM conversation WHERE id = @conversationId)
              AND (context_post.post_id IN (SELECT in_reply_to FROM mention WHERE conversation_id = @conversationId)
                   OR context_post.post_id IN (SELECT above.in_reply_to FROM mention JOIN context_post AS above ON above.account_id = mention.account_id AND above.post_id = mention.in_reply_to
                                               WHERE mention.conversation_id = @conversationId))
              AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.conversation_id = @conversationId AND reply.post_id = context_post.post_id)
              AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.account_id = context_post.account_id AND mention.post_id = context_post.post_id
                              AND mention.conversation_id = @conversationId)
            UNION ALL
            SELECT parent_read.post_id, 0, '', '', '', MIN(mention.posted_at) - 1, NULL, 0
            FROM mention JOIN parent_read ON parent_read.account_id = mention.account_id AND parent_read.post_id = mention.in_reply_to AND parent_read.found = 0
            WHERE mention.conversation_id = @conversationId GROUP BY parent_read.post_id
            UNION ALL
            SELECT context_post.post_id, 1, context_post.name, context_post.handle, context_post.text, context_post.posted_at, NULL, 0
            FROM mention AS asked
            CROSS JOIN context_post -- in this order: the thread is short, and what we ever said is not
            JOIN account ON account.id = context_post.account_id AND account.user_id = context_post.user_id
            WHERE asked.conversation_id = @conversationId AND context_post.account_id = asked.account_id AND context_post.in_reply_to = asked.post_id
              AND NOT EXISTS (SELECT 1 FROM reply WHERE reply.conversation_id = @conversationId AND reply.post_id = context_post.post_id)
              AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.conversation_id = @conversationId AND mention.in_reply_to = context_post.post_id)
            ORDER BY At DESC LIMIT @longest
            """,
            new { conversationId, mentionId, longest = (long)Longest });
        return [.. rows.Reverse().Select(row => new ThreadTurn(row.PostId, row.Ours == 1, row.Name, row.Handle, row.Text, Moment.Of(row.At), row.ApprovedBy, row.OnItsWay == 1))];
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
        public long OnItsWay { get; init; }
    }
}
