using System.Collections.Concurrent;

namespace EngageBot.Benchmarks.Faults;

/// <summary>What the managers of a run asked for and what they were told; the program's own tables have no part in it.</summary>
internal sealed class Memory
{
    private readonly ConcurrentQueue<Act> acts = new();
    private long clock;

    public IReadOnlyList<Act> Acts => [.. acts];

    /// <summary>Approvals of a talk that had moved on before the eyes of the bench, and that went through all the same.</summary>
    public ConcurrentQueue<string> Unseen { get; } = new();

    /// <summary>How often a stale approval was tried.</summary>
    public int StaleTries;

    public long Tick() => Interlocked.Increment(ref clock);

    public void Add(Act act) => acts.Enqueue(act);

    /// <summary>Approvals of this mention that may stand: not taken back by an undo that came after.</summary>
    public IReadOnlyList<Act> StandingApprovals(string mentionId) =>
        [.. acts.Where(act => act.MentionId == mentionId && act is { Verb: Verb.Approve, Told: not Told.No }
            && !acts.Any(undo => undo.MentionId == mentionId && undo is { Verb: Verb.Undo, Told: Told.Yes } && undo.Began > act.Ended))];
}

/// <summary>One request of a manager.</summary>
/// <param name="Began">Order of events, not a time.</param>
internal sealed record Act(string MentionId, Verb Verb, string Text, Told Told, long Began, long Ended);

internal enum Verb
{
    Approve,
    LetBe,
    Snooze,
    Undo,
    Draft,
}

/// <summary>What came back.</summary>
internal enum Told
{
    Yes,
    No,

    /// <summary>The program died, or failed, before it could say.</summary>
    Nothing,
}
