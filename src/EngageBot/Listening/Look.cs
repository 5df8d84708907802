using System.Diagnostics;
using EngageBot.Networks;

namespace EngageBot.Listening;

/// <summary>What one look at the network brought.</summary>
/// <param name="Fresh">Mentions stored for the first time.</param>
/// <param name="Problem">A sentence for the desk when the look stopped short; what was stored before stays.</param>
/// <param name="ResumeAt">Not before this moment, where the network says so.</param>
internal sealed record Look(int Fresh, RateBudget? Budget, string? Problem = null, DateTimeOffset? ResumeAt = null)
{
    public static Look StoppedBy<T>(ReadOutcome<T> outcome, int fresh) => outcome switch
    {
        ReadOutcome<T>.RateLimited(var until) => new Look(fresh, null, null, until),
        ReadOutcome<T>.Failed(var reason) => new Look(fresh, null, reason),
        ReadOutcome<T>.Halted(var reason, var until) => new Look(fresh, null, reason, until),
        _ => throw new UnreachableException(),
    };
}
