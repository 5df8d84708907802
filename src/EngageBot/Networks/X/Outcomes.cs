using System.Diagnostics;

namespace EngageBot.Networks.X;

internal static class Outcomes
{
    /// <summary>The same outcome of something made from what was read.</summary>
    public static ReadOutcome<TTo> Select<TFrom, TTo>(this ReadOutcome<TFrom> outcome, Func<TFrom, TTo> make) => outcome switch
    {
        ReadOutcome<TFrom>.Read read => new ReadOutcome<TTo>.Read(make(read.Value)),
        _ => outcome.Instead<TFrom, TTo>(),
    };

    /// <summary>What came instead of an answer, for a caller that was asked for something else.</summary>
    public static ReadOutcome<TTo> Instead<TFrom, TTo>(this ReadOutcome<TFrom> outcome) => outcome switch
    {
        ReadOutcome<TFrom>.RateLimited limited => new ReadOutcome<TTo>.RateLimited(limited.Until),
        ReadOutcome<TFrom>.Failed failed => new ReadOutcome<TTo>.Failed(failed.Reason),
        ReadOutcome<TFrom>.Halted halted => new ReadOutcome<TTo>.Halted(halted.Reason, halted.Until),
        _ => throw new UnreachableException(),
    };
}
