using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>
/// Where a mention stands among those that wait: as if it had waited longer than it has. One number says it, so that an index
/// keeps the order; the longest head start counts, and the reason for it is told.
/// </summary>
internal sealed record Precedence(TimeSpan HeadStart, Urgency? Why)
{
    /// <summary>When an answer comes too late, because what it asks about has begun; null for no such moment.</summary>
    public DateTimeOffset? SenseUntil { get; init; }

    /// <summary>No head start.</summary>
    public static readonly Precedence None = new(TimeSpan.Zero, null);

    // So that in a storm questions come before all the thanks that came with them; in quiet hours nobody notices.
    private static readonly Precedence Asking = new(TimeSpan.FromMinutes(20), null);

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
        return metBefore ? new Precedence(TimeSpan.FromMinutes(30), Urgency.Returning)
            : intent == Intent.Question ? Asking
            : None;
    }

    /// <summary>When an answer to it would come too late. A complaint and a thank-you can always be answered.</summary>
    /// <param name="curtain">When an evening of the house begins.</param>
    public static DateTimeOffset? SenseOf(Intent intent, string text, DateTimeOffset postedAt, TimeZoneInfo zone, TimeOnly? curtain) =>
        intent is Intent.Question ? Deadlines.PassesAt(text, postedAt, zone, curtain) : null;

    /// <summary>The number that the queue is sorted by, lowest first.</summary>
    public long PlaceOf(DateTimeOffset postedAt) => (postedAt - HeadStart).ToUnixTimeMilliseconds();

    /// <summary>Puts a mention where it belongs after it was read anew.</summary>
    /// <param name="zone">The time of the house.</param>
    public static async Task RefreshAsync(Session session, string mentionId, TimeZoneInfo zone, TimeOnly? curtain)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            """
            SELECT intent AS Intent, text AS Text, posted_at AS PostedAt,
                   (SELECT COUNT(*) FROM reply WHERE reply.talker_id = mention.talker_id AND reply.state = 'sent' AND reply.approved_at < mention.posted_at) AS Replies
            FROM mention WHERE id = @mentionId
            """,
            new { mentionId });
        var postedAt = Moment.Of(row!.PostedAt);
        var intent = Words.Parse<Intent>(row.Intent);
        var precedence = Of(intent, row.Text, TimeZoneInfo.ConvertTime(postedAt, zone), row.Replies > 0);
        await session.ExecuteAsync(
            "UPDATE mention SET place = @place, urgency = @urgency, sense_until = @sense, draft_withdrawn_at = NULL WHERE id = @mentionId",
            new { mentionId, place = precedence.PlaceOf(postedAt), urgency = precedence.Why is { } why ? Words.Of(why) : null, sense = SenseOf(intent, row.Text, postedAt, zone, curtain)?.ToUnixTimeMilliseconds() });
    }

    private sealed record Row(string Intent, string Text, long PostedAt, long Replies);
}
