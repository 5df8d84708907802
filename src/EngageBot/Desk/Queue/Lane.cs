using EngageBot.Approving;
using EngageBot.Model;

namespace EngageBot.Desk.Queue;

/// <summary>One way to look at the queue: a tab of the desk.</summary>
/// <param name="Key">As it stands in the address.</param>
/// <param name="Intents">Any of these; all when null.</param>
/// <param name="Proposed">Only what one person has approved and a second has still to look at.</param>
public sealed record Lane(string Key, string Name, MentionState State, IReadOnlyList<Intent>? Intents = null, bool History = false, bool Proposed = false)
{
    public static Lane Waiting { get; } = new("waiting", Phrase.Key("Waiting"), MentionState.Waiting);

    /// <summary>In the order of the tabs: what waits, then what rests, then what is done.</summary>
    public static IReadOnlyList<Lane> All { get; } =
    [
        Waiting,
        new("second-look", Phrase.Key("Second look"), MentionState.Waiting, Proposed: true),
        new("care", Phrase.Key("Care"), MentionState.Waiting, [Intent.Complaint]),
        new("questions", Phrase.Key("Questions"), MentionState.Waiting, [Intent.Question]),
        new("backstage", Phrase.Key("Backstage"), MentionState.Waiting, [Intent.Curiosity]),
        new("thanks", Phrase.Key("Thanks"), MentionState.Waiting, [Intent.Thanks]),
        new("other", Phrase.Key("Other"), MentionState.Waiting, [Intent.Chat, Intent.Aside, Intent.Unsure, Intent.Spam, Intent.Abuse]),
        new("snoozed", Phrase.Key("Snoozed"), MentionState.Snoozed),
        new("attention", Phrase.Key("Needs attention"), MentionState.NeedsAttention),
        new("answering", Phrase.Key("On its way"), MentionState.Answering, History: true),
        new("answered", Phrase.Key("Answered"), MentionState.Answered, History: true),
        new("let-be", Phrase.Key("Let be"), MentionState.LetBe, History: true),
        new("elsewhere", Phrase.Key("Answered elsewhere"), MentionState.AnsweredElsewhere, History: true),
        new("withdrawn", Phrase.Key("Withdrawn"), MentionState.Withdrawn, History: true),
    ];

    /// <summary>The lane of a key; what waits when there is none such.</summary>
    public static Lane Of(string? key) => All.FirstOrDefault(lane => lane.Key == key) ?? Waiting;

    public long Count(QueueCounts? counts) =>
        counts is null ? 0
        : Proposed ? counts.Proposed
        : Intents is null ? counts.ByState.GetValueOrDefault(State)
        : Intents.Sum(intent => counts.WaitingByIntent.GetValueOrDefault(intent));

    /// <summary>What a state is called.</summary>
    public static string NameOf(MentionState state) => All.First(lane => lane.State == state).Name;

    public QueueView View(int limit) => new(State, Intents, Limit: limit) { Proposed = Proposed };
}
