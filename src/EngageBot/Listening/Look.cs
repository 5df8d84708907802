using System.Diagnostics;
using EngageBot.Networks;

namespace EngageBot.Listening;

/// <summary>What one look at the network brought.</summary>
/// <param name="Fresh">Mentions stored for the first time.</param>
/// <param name="Problem">A sentence for the desk when the look stopped short; what was stored before stays.</param>
/// <param name="ResumeAt">Not before this moment, where the network says so.</param>
internal sealed record Look(int Fresh, RateBudget? Budget, string? Problem = null, DateTimeOffset? ResumeAt = null)
{
    // Where money or keys are missing X may name the next billing cycle; somebody may mend it long before, and asking costs nothing.
    private static readonly TimeSpan LongestHalt = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait; null where the network does not say.</summary>
    public TimeSpan? WaitFrom(DateTimeOffset now) => ResumeAt - now is not { } wait ? null : Problem is not null && wait > LongestHalt ? LongestHalt : wait;

    public static Look StoppedBy<T>(ReadOutcome<T> outcome, int fresh) => outcome switch
    {
        ReadOutcome<T>.RateLimited(var until) => new Look(fresh, null, null, until),
        ReadOutcome<T>.Failed(var reason) => new Look(fresh, null, reason),
        ReadOutcome<T>.Halted(var reason, var until) => new Look(fresh, null, reason, until),
        _ => throw new UnreachableException(),
    };
}
