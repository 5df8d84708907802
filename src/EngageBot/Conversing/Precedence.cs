using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>
/// Where a mention stands among those that wait: as if it had waited longer than it has. One number says it, so that an index
/// keeps the order; the longest head start counts, and the reason for it is told.
/// </summary>
internal sealed record Precedence(TimeSpan HeadStart, Urgency? Why)
{
    /// <summary>No head start.</summary>
    public static readonly Precedence None = new(TimeSpan.Zero, null);

    /// <param name="postedAt">In the time of the house.</param>
    /// <param name="metBefore">Its author had a reply of ours, in this talk or in another.</param>
    public static Precedence Of(Intent intent, string text, DateTimeOffset postedAt, bool metBefore)
    {
        if (intent is Intent.Spam or Intent.Abuse or Intent.Aside)
            return None;
        if (intent is Intent.Question or Intent.Complaint or Intent.Unsure && Deadlines.In(text, postedAt) is { } deadline)
            return new Precedence(TimeSpan.FromHours(deadline == Urgency.Tomorrow ? 6 : 12), deadline);
        if (intent == Intent.Complaint)
            return new Precedence(TimeSpan.FromHours(3), Urgency.Care);
        return metBefore ? new Precedence(TimeSpan.FromMinutes(30), Urgency.Returning) : None;
    }

    /// <summary>The number that the queue is sorted by, lowest first.</summary>
    public long PlaceOf(DateTimeOffset postedAt) => (postedAt - HeadStart).ToUnixTimeMilliseconds();

    /// <summary>Puts a mention where it belongs after it was read anew.</summary>
    /// <param name="zone">The time of the house.</param>
    public static async Task RefreshAsync(Session session, string mentionId, TimeZoneInfo zone)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            """
            SELECT intent AS Intent, text AS Text, posted_at AS PostedAt,
                   (SELECT COUNT(*) FROM reply WHERE reply.talker_id = mention.talker_id AND reply.state = 'sent' AND reply.approved_at < mention.posted_at) AS Replies
            FROM mention WHERE id = @mentionId
            """,
            new { mentionId });
        var postedAt = Moment.Of(row!.PostedAt);
        var precedence = Of(Words.Parse<Intent>(row.Intent), row.Text, TimeZoneInfo.ConvertTime(postedAt, zone), row.Replies > 0);
        await session.ExecuteAsync(
            "UPDATE mention SET place = @place, urgency = @urgency WHERE id = @mentionId",
            new { mentionId, place = precedence.PlaceOf(postedAt), urgency = precedence.Why is { } why ? Words.Of(why) : null });
    }

    private sealed record Row(string Intent, string Text, long PostedAt, long Replies);
}
