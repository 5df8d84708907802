using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>Keeps what people taught, within the transaction of the verb that taught it. A correction outweighs what a decision shows.</summary>
internal sealed class Lessons(TimeProvider clock)
{
    private const string Put =
        """
        INSERT INTO lesson (mention_id, kind, intent, reply_welcome, read_intent, read_confidence, read_reasons, person, at)
        VALUES (@mentionId, @kind, @intent, @welcome, @readIntent, @Confidence, @Reasons, @person, @now)
        ON CONFLICT (mention_id, kind) DO UPDATE SET intent = excluded.intent, reply_welcome = excluded.reply_welcome, person = excluded.person, at = excluded.at
        """;

    /// <summary>A person said what the mention wants.</summary>
    /// <param name="read">How it is read until now.</param>
    public Task NoteCorrectionAsync(Session session, string mentionId, MentionReading read, Intent intent, string person) =>
        PutAsync(session, mentionId, "correction", read, intent, WelcomesReply(intent) ? null : false, person);

    /// <summary>A person approved a draft as it was offered: they take the mention for what it was drafted for.</summary>
    public async Task NoteApprovalAsync(Session session, string mentionId, Intent intent, string person)
    {
        if (await MentionReading.OfAsync(session, mentionId) is { } read)
            await PutAsync(session, mentionId, "decision", read, intent == Intent.Unsure ? null : intent, true, person);
    }

    /// <summary>A person let the mention be; many reasons say what they took it for.</summary>
    public async Task NoteLetBeAsync(Session session, string mentionId, string reason, string person)
    {
        if (LetBeLesson.Of(reason) is { } lesson && await MentionReading.OfAsync(session, mentionId) is { } read)
            await PutAsync(session, mentionId, "decision", read, lesson.Intent, lesson.Welcome, person);
    }

    /// <summary>The decision was taken back, and with it what it showed.</summary>
    public static Task TakeBackDecisionAsync(Session session, string mentionId) =>
        session.ExecuteAsync("DELETE FROM lesson WHERE mention_id = @mentionId AND kind = 'decision'", new { mentionId });

    /// <summary>Forgets a correction; how the mention was read before, or null when nobody corrected it.</summary>
    public static async Task<MentionReading?> TakeBackCorrectionAsync(Session session, string mentionId) =>
        (await session.FirstOrDefaultAsync<MentionReading.Row>(
            """
            DELETE FROM lesson WHERE mention_id = @mentionId AND kind = 'correction'
            RETURNING read_intent AS Intent, read_confidence AS Confidence, read_reasons AS Reasons
            """,
            new { mentionId }))?.ToReading();

    public static bool WelcomesReply(Intent intent) => intent is not (Intent.Abuse or Intent.Spam or Intent.Aside);

    private Task PutAsync(Session session, string mentionId, string kind, MentionReading read, Intent? intent, bool? welcome, string person) =>
        session.ExecuteAsync(
            Put,
            new
            {
                mentionId,
                kind,
                intent = intent is { } known ? Words.Of(known) : null,
                welcome = welcome is { } said ? said ? 1L : 0L : (long?)null,
                readIntent = Words.Of(read.Intent),
                read.Confidence,
                read.Reasons,
                person,
                now = clock.Milliseconds(),
            });
}
