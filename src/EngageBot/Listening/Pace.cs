using EngageBot.Networks;

namespace EngageBot.Listening;

/// <summary>How long to wait before the next look: short while people write, longer when all is quiet, never beyond the rate-limit budget.</summary>
internal static class Pace
{
    private const double Slowing = 1.5;

    // Leaves a tenth of the window to the desk's own reads and to a restart in the middle of it.
    private const double Reserve = 0.1;

    public static TimeSpan Next(TimeSpan last, bool heardSomething, RateBudget? budget, DateTimeOffset now, ListeningOptions options)
    {
        var slowest = TimeSpan.FromSeconds(Math.Max(options.SlowestSeconds, options.FastestSeconds));
        var fastest = TimeSpan.FromSeconds(options.FastestSeconds);
        var wanted = heardSomething ? fastest : TimeSpan.FromTicks(Math.Min((long)(last.Ticks * Slowing), slowest.Ticks));
        var affordable = Affordable(budget, now);
        return wanted > affordable ? Max(wanted, fastest) : Max(affordable, fastest);
    }

    /// <summary>Spreads what is left of the window over the time until it starts anew.</summary>
    private static TimeSpan Affordable(RateBudget? budget, DateTimeOffset now)
    {
        if (budget is null || budget.ResetsAt <= now)
            return TimeSpan.Zero;
        var usable = budget.Remaining - (budget.Limit * Reserve);
        var left = budget.ResetsAt - now;
        // Plenty left: a burst may use it up at its own speed, and is slowed down only as it runs low.
        if (usable > budget.Limit / 2d)
            return TimeSpan.Zero;
        return usable < 1 ? left : left / usable;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
