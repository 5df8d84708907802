using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Reporting;

/// <summary>The mentions that an account was written in a period, and our first public reply to each.</summary>
internal static class MentionFacts
{
    public static async Task EachAsync(Session session, string accountId, Period period, OpenTime openTime, Action<MentionFact> count)
    {
        var posts = await OwnPosts.ReadAsync(session, accountId, period.From);
        await session.EachAsync<Row>(
            """
            SELECT mention.post_id AS PostId, mention.posted_at AS PostedAt, mention.state AS State, mention.intent AS Intent, mention.reply_welcome AS ReplyWelcome,
                   reply.attempted_at AS RepliedAt, reply.approved_by AS Person, reply.edited AS Edited
            FROM mention LEFT JOIN reply ON reply.mention_id = mention.id AND reply.state = 'sent'
            WHERE mention.account_id = @accountId AND mention.posted_at >= @from AND mention.posted_at < @until
            """,
            new { accountId, from = period.From.ToUnixTimeMilliseconds(), until = period.Until.ToUnixTimeMilliseconds() },
            row => count(FactOf(row, period, posts, openTime)));
    }

    private static MentionFact FactOf(Row row, Period period, OwnPosts posts, OpenTime openTime)
    {
        // the attempt's own moment, or an earlier one that the network tells: perhaps a colleague answered from a phone first
        var repliedAt = Earlier(row.RepliedAt, posts.FirstReplyTo(row.PostId));
        return new MentionFact(
            period.DayOf(row.PostedAt), Words.Parse<MentionState>(row.State), Words.Parse<Intent>(row.Intent), row.ReplyWelcome == 1,
            repliedAt is { } at ? openTime.Between(row.PostedAt, at) : null,
            repliedAt - row.PostedAt ?? 0,
            row.Person, row.Edited is { } edited ? edited == 1 : null);
    }

    private static long? Earlier(long? one, long? other) => one is { } first && other is { } second ? Math.Min(first, second) : one ?? other;

    private sealed record Row(string PostId, long PostedAt, string State, string Intent, long ReplyWelcome, long? RepliedAt, string? Person, long? Edited);
}
