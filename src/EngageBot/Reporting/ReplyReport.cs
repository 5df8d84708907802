using EngageBot.Model;

namespace EngageBot.Reporting;

/// <summary>How the mentions of a period were answered. Waiting is counted from the follower's post and rests while the house is closed.</summary>
/// <param name="HoursAreSet">False while nobody has said when the house is open, so that the clock never rests.</param>
/// <param name="Backlog">What waited for a person at the end of each day.</param>
/// <param name="WaitingNow">What waits at this moment, whenever it was written.</param>
public sealed record ReplyReport(
    DateOnly First, DateOnly Last, string Zone, bool HoursAreSet, DateTimeOffset CountedAt,
    Answering All,
    IReadOnlyList<AnsweringOf<Intent>> ByIntent,
    IReadOnlyList<AnsweringOf<DateOnly>> ByDay,
    IReadOnlyList<AnsweringOf<DateOnly>> ByWeek,
    IReadOnlyList<PersonRow> ByPerson,
    IReadOnlyList<WaitBand> Bands,
    IReadOnlyList<BacklogDay> Backlog,
    long WaitingNow)
{
    /// <summary>Admins see what everybody did, all others what they did themselves.</summary>
    public ReplyReport SeenBy(string person, bool isAdmin) => isAdmin ? this : this with { ByPerson = [.. ByPerson.Where(row => row.Person == person)] };
}

/// <summary>What became of some mentions.</summary>
/// <param name="Mentions">All that were written, without those that were deleted or whose author asked us to stop.</param>
/// <param name="Answered">Of those that deserved an answer (a reply was welcome, or somebody gave one), how many got it.</param>
/// <param name="LetBe">Of those, how many a person decided not to answer.</param>
/// <param name="FirstReply">From the follower's post to our first public reply, in opening time.</param>
/// <param name="WithinTheHour">Of the replies, how many came within an hour of opening time.</param>
/// <param name="WithinTheDay">And within 24 hours on the clock on the wall.</param>
/// <param name="Unchanged">Of the replies approved here, how many went out as they were drafted.</param>
/// <param name="Handling">From opening a mention at the desk to deciding about it.</param>
public sealed record Answering(
    long Mentions, Share Answered, long LetBe, Waits FirstReply, Share WithinTheHour, Share WithinTheDay, Share Unchanged, Waits Handling);

/// <summary>The same for one intent, day or week (its Monday).</summary>
public sealed record AnsweringOf<T>(T Of, Answering Answering);

/// <summary>What one person did.</summary>
/// <param name="Replies">Public replies that they approved to mentions of the period.</param>
/// <param name="LetBe">Mentions that they let be within the period.</param>
public sealed record PersonRow(string Person, long Replies, long LetBe, Waits FirstReply, Share Unchanged, Waits Handling);

/// <summary>How many replies took up to this long, and longer than the band before.</summary>
/// <param name="UpToMinutes">Null for all that took longer.</param>
public sealed record WaitBand(int? UpToMinutes, long Replies);

/// <summary>What waited when a day ended; for today, what waits now.</summary>
public sealed record BacklogDay(DateOnly Day, long Waiting);
