using System.ComponentModel;
using EngageBot.Approving;
using EngageBot.Model;

namespace EngageBot.Api;

/// <summary>One page of the queue.</summary>
internal sealed record QueuePage(
    IReadOnlyList<QueuedMention> Items,
    [property: Description("Send it as 'cursor' for the page after; null at the end.")] string? Next);

/// <summary>One mention of the queue.</summary>
internal sealed record QueuedMention(
    string Id,
    [property: Description("Handle of the account of ours that was mentioned.")] string Account,
    Author Author,
    string Text,
    DateTimeOffset PostedAt,
    MentionState State,
    DateTimeOffset StateSince,
    Intent Intent,
    [property: Description("0 to 1: how sure EngageBot is of the intent.")] double Confidence,
    [property: Description("ISO 639-1 code, or 'und'.")] string Language,
    bool ReplyWelcome,
    DateTimeOffset? SnoozedUntil,
    [property: Description("Who has begun to write an answer.")] string? TypedBy,
    [property: Description("Why it has a head start in the order 'due'; null when it has none.")] Urgency? Urgency,
    [property: Description("Who looks after it; null for nobody in particular.")] string? AssignedTo)
{
    public static QueuedMention Of(QueueItem item) => new(
        item.Id, item.AccountHandle, Author.Of(item.Author), item.Text, item.PostedAt, item.State, item.StateSince,
        item.Intent, item.Confidence, item.Language, item.ReplyWelcome, item.SnoozedUntil, item.TypedBy, item.Urgency, item.AssignedTo);
}

/// <summary>Who wrote a mention.</summary>
internal sealed record Author(string UserId, [property: Description("Without the @.")] string Handle, string Name)
{
    public static Author Of(Person person) => new(person.UserId, person.Handle, person.Name);
}
