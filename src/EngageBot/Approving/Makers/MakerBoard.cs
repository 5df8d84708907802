using EngageBot.Storage;

namespace EngageBot.Approving.Makers;

/// <summary>Who was asked, who has answered, and who lets us wait.</summary>
internal sealed class MakerBoard(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    /// <summary>Open ones and those answered lately, the latest first.</summary>
    public Task<IReadOnlyList<MakerQuestion>> ListAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => MakerRow.ReadAsync(
                session,
                "WHERE state = 'open' OR (state = 'answered' AND closed_at > @since) ORDER BY asked_at DESC, id DESC LIMIT @limit",
                new { since = (clock.GetUtcNow() - Remembered).ToUnixTimeMilliseconds(), limit = (long)limit }),
            cancellationToken);

    /// <summary>Null when there is no such question.</summary>
    public Task<MakerQuestion?> OneAsync(string questionId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => MakerRow.OneAsync(session, questionId), cancellationToken);

    /// <summary>Whom we asked about a talk, oldest first; what was taken back is not told.</summary>
    public static Task<IReadOnlyList<MakerQuestion>> OfTalkAsync(Session session, string conversationId) =>
        MakerRow.ReadAsync(
            session,
            """
            WHERE state IN ('open', 'answered') AND id IN (SELECT asked_about.question_id FROM asked_about JOIN mention ON mention.id = asked_about.mention_id WHERE mention.conversation_id = @conversationId)
            ORDER BY asked_at, id
            """,
            new { conversationId });

    /// <summary>Those who let us wait, and answers that lie on mentions still to be decided, the latest first.</summary>
    public Task<MakerNews> NewsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var open = await MakerRow.ReadAsync(session, "WHERE state = 'open' ORDER BY asked_at LIMIT 200", new { });
                var fresh = await MakerRow.ReadAsync(
                    session,
                    """
                    WHERE state = 'answered' AND closed_at > @since AND EXISTS
                      (SELECT 1 FROM asked_about JOIN mention ON mention.id = asked_about.mention_id WHERE question_id = maker_question.id AND mention.state IN ('waiting', 'snoozed', 'needs-attention'))
                    ORDER BY closed_at DESC LIMIT 20
                    """,
                    new { since = (clock.GetUtcNow() - Remembered).ToUnixTimeMilliseconds() });
                return new MakerNews([.. open.Where(question => question.IsLate(clock.GetUtcNow()))], fresh);
            },
            cancellationToken);
}

/// <summary>What the desk tells of makers.</summary>
/// <param name="Late">Asked two days ago and silent.</param>
/// <param name="Fresh">Answered, and somebody still waits for it.</param>
public sealed record MakerNews(IReadOnlyList<MakerQuestion> Late, IReadOnlyList<MakerQuestion> Fresh);
