using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>X refuses a text that the account has said before, and a reader of both feels fobbed off.</summary>
internal static class Repeats
{
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(7);

    /// <summary>Null when these words are new; else who was told them.</summary>
    public static async Task<string?> ObjectionAsync(Session session, string mentionId, string text, TimeProvider clock)
    {
        var handle = await session.FirstOrDefaultAsync<string>(
            """
            SELECT talker.handle FROM reply JOIN talker ON talker.id = reply.talker_id
            WHERE reply.account_id = (SELECT account_id FROM mention WHERE id = @mentionId) AND reply.approved_at > @since
              AND reply.text = @text AND reply.state IN ('held', 'sending', 'sent', 'unclear')
            LIMIT 1
            """,
            new { mentionId, text, since = (clock.GetUtcNow() - LookBack).ToUnixTimeMilliseconds() });
        return handle is null ? null : $"These are word for word what we told @{handle} lately, and X refuses repeats. Change a few words.";
    }
}
