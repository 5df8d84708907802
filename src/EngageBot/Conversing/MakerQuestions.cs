using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>What becomes of a question to somebody who knows when a mention that it came from goes.</summary>
internal static class MakerQuestions
{
    /// <summary>Deleted: nobody is asked about it any more. Who asks the same in another mention still waits.</summary>
    public static Task LetGoOfMentionAsync(Session session, string mentionId, TimeProvider clock) =>
        LetGoAsync(session, "mention_id = @key", mentionId, clock);

    /// <summary>Its author asked us to stop, or to be forgotten.</summary>
    public static Task LetGoOfTalkerAsync(Session session, string talkerId, TimeProvider clock) =>
        LetGoAsync(session, "mention_id IN (SELECT id FROM mention WHERE talker_id = @key)", talkerId, clock);

    private static async Task LetGoAsync(Session session, string which, string key, TimeProvider clock)
    {
        foreach (var question in await session.QueryAsync<string>($"SELECT DISTINCT question_id FROM asked_about WHERE {which}", new { key }))
        {
            await session.ExecuteAsync($"DELETE FROM asked_about WHERE question_id = @question AND {which}", new { question, key });
            // a note may quote them
            await session.ExecuteAsync("UPDATE maker_question SET note = '' WHERE id = @question", new { question });
            await session.ExecuteAsync(
                """
                UPDATE maker_question SET state = CASE WHEN state = 'open' THEN 'gone' ELSE state END, closed_at = COALESCE(closed_at, @now),
                       words = CASE WHEN consent = 1 THEN words ELSE NULL END
                WHERE id = @question AND NOT EXISTS (SELECT 1 FROM asked_about WHERE question_id = @question)
                """,
                new { question, now = clock.Milliseconds() });
        }
    }
}
