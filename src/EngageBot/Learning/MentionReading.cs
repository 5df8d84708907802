using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>How EngageBot itself read a mention, whatever people have said of it since.</summary>
/// <param name="Confidence">Per mille.</param>
/// <param name="Reasons">One a line.</param>
internal sealed record MentionReading(Intent Intent, long Confidence, string Reasons)
{
    public static async Task<MentionReading?> OfAsync(Session session, string mentionId) =>
        (await session.FirstOrDefaultAsync<Row>(
            """
            SELECT COALESCE(read_intent, mention.intent) AS Intent, COALESCE(read_confidence, confidence) AS Confidence, COALESCE(read_reasons, reasons) AS Reasons
            FROM mention LEFT JOIN lesson ON lesson.mention_id = mention.id AND lesson.kind = 'correction'
            WHERE mention.id = @mentionId
            """,
            new { mentionId }))?.ToReading();

    internal sealed record Row(string Intent, long Confidence, string Reasons)
    {
        public MentionReading ToReading() => new(Words.Parse<Intent>(Intent), Confidence, Reasons);
    }
}
