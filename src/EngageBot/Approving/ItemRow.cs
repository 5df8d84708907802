using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>A line of the queue as the database gives it.</summary>
internal class ItemRow
{
    /// <summary>From mention, with its talker and its account.</summary>
    public const string Columns =
        """
        mention.id AS Id, account.handle AS AccountHandle, talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name,
        mention.text AS Text, mention.posted_at AS PostedAt, mention.state AS State, mention.state_since AS StateSince, mention.intent AS Intent,
        mention.confidence AS Confidence, mention.language AS Language, mention.reply_welcome AS ReplyWelcome, mention.snoozed_until AS SnoozedUntil,
        mention.typed_by AS TypedBy, mention.place AS Place, mention.urgency AS Urgency, mention.assigned_to AS AssignedTo,
        mention.let_be_advice AS LetBeAdvice,
        (SELECT MIN(due_at) FROM promise WHERE promise.conversation_id = mention.conversation_id AND promise.state = 'open') AS OwedUntil
        """;

    public string Id { get; init; } = "";
    public string AccountHandle { get; init; } = "";
    public string UserId { get; init; } = "";
    public string Handle { get; init; } = "";
    public string Name { get; init; } = "";
    public string Text { get; init; } = "";
    public long PostedAt { get; init; }
    public string State { get; init; } = "";
    public long StateSince { get; init; }
    public string Intent { get; init; } = "";
    public long Confidence { get; init; }
    public string Language { get; init; } = "";
    public long ReplyWelcome { get; init; }
    public long? SnoozedUntil { get; init; }
    public string? TypedBy { get; init; }
    public long Place { get; init; }
    public string? Urgency { get; init; }
    public string? AssignedTo { get; init; }
    public string? LetBeAdvice { get; init; }
    public long? OwedUntil { get; init; }

    public QueueItem ToItem() => new(
        Id, AccountHandle, new Person(UserId, Handle, Name), Text, Moment.Of(PostedAt),
        Words.Parse<MentionState>(State), Moment.Of(StateSince), Words.Parse<Intent>(Intent), Confidence / 1000d,
        Language, ReplyWelcome == 1, Moment.Of(SnoozedUntil), TypedBy, Moment.Of(Place), Urgency is null ? null : Words.Parse<Urgency>(Urgency), AssignedTo)
    {
        LetBeAdvice = LetBeAdvice,
        OwedUntil = Moment.Of(OwedUntil),
    };
}
