using EngageBot.Model;

namespace EngageBot.Reporting;

/// <summary>Adds up what became of mentions.</summary>
internal sealed class Tally
{
    private const long Hour = 60 * 60 * 1000;
    private readonly List<long> waits = [];
    private readonly List<long> handling = [];
    private long mentions;
    private long deserving;
    private long answered;
    private long letBe;
    private long withinTheHour;
    private long withinTheDay;
    private long approved;
    private long unchanged;

    public IReadOnlyList<long> FirstReplies => waits;

    public void Add(MentionFact fact)
    {
        if (fact.State == MentionState.Withdrawn)
            return;
        mentions++;
        var isAnswered = fact.State is MentionState.Answered or MentionState.AnsweredElsewhere;
        if (isAnswered || fact.ReplyWelcome)
        {
            deserving++;
            answered += isAnswered ? 1 : 0;
            letBe += fact.State == MentionState.LetBe ? 1 : 0;
        }
        AddReply(fact);
    }

    /// <summary>Only what our reply says of it; for whoever gave it.</summary>
    public void AddReply(MentionFact fact)
    {
        if (fact.OpenWait is { } wait)
        {
            waits.Add(wait);
            withinTheHour += wait <= Hour ? 1 : 0;
            withinTheDay += fact.WallWait <= 24 * Hour ? 1 : 0;
        }
        if (fact.Edited is { } edited)
        {
            approved++;
            unchanged += edited ? 0 : 1;
        }
    }

    public void AddHandling(long milliseconds) => handling.Add(milliseconds);

    public Answering Sum() => new(
        mentions, new Share(answered, deserving), letBe, Waits.Of([.. waits]), new Share(withinTheHour, waits.Count), new Share(withinTheDay, waits.Count),
        new Share(unchanged, approved), Waits.Of([.. handling]));
}

/// <summary>What the reports know of one mention.</summary>
/// <param name="OpenWait">Milliseconds of opening time to our first public reply; null while there is none.</param>
/// <param name="WallWait">The same on the clock on the wall.</param>
/// <param name="Person">Who approved the reply; null when it was given by other means.</param>
/// <param name="Edited">Whether they changed the draft; null when the reply was not approved here.</param>
internal readonly record struct MentionFact(
    DateOnly Day, MentionState State, Intent Intent, bool ReplyWelcome, long? OpenWait, long WallWait, string? Person, bool? Edited);
