using System.Collections.Concurrent;
using System.Globalization;
using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X;

/// <summary>Until when to wait, reckoned against the date of the answer itself, since clocks differ.</summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private static readonly TimeSpan FirstGuess = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, int> guesses = new();

    /// <summary>What the answer says about further requests of its kind; null when it says nothing.</summary>
    public RateBudget? BudgetOf(XResponse response) =>
        Number(response, "x-rate-limit-limit") is { } limit && Number(response, "x-rate-limit-remaining") is { } remaining && ResetOf(response, "x-rate-limit") is { } reset
            ? new RateBudget((int)limit, (int)remaining, reset)
            : null;

    /// <summary>When that limit ends; null when the headers do not tell.</summary>
    public DateTimeOffset? EndOf(XResponse response)
    {
        // Something left in the window means that it was the 24-hour limit or the monthly cap that said no.
        var window = Number(response, "x-rate-limit-remaining") is > 0 ? null : ResetOf(response, "x-rate-limit");
        var ends = new[] { window, DayEnd(response, "x-user-limit-24hour"), DayEnd(response, "x-app-limit-24hour") };
        return ends.Max() ?? (Number(response, "retry-after") is { } seconds and >= 0 and < 1_000_000 ? clock.GetUtcNow().AddSeconds(seconds + 1) : null);
    }

    /// <summary>When to ask again after a 429; without headers a minute, doubling up to a quarter of an hour.</summary>
    public DateTimeOffset UntilAfter(string lane, XResponse response)
    {
        if (EndOf(response) is { } end)
            return end;
        var times = guesses.AddOrUpdate(lane, 0, (_, before) => Math.Min(before + 1, 4));
        var guess = FirstGuess * Math.Pow(2, times);
        return clock.GetUtcNow() + (guess < LongestGuess ? guess : LongestGuess);
    }

    /// <summary>An answer came through: the next guess begins at a minute again.</summary>
    public void Passed(string lane) => guesses.TryRemove(lane, out _);

    private DateTimeOffset? DayEnd(XResponse response, string family) =>
        Number(response, $"{family}-remaining") is 0 ? ResetOf(response, family) : null;

    private DateTimeOffset? ResetOf(XResponse response, string family)
    {
        if (Number(response, $"{family}-reset") is not { } reset || reset is < 0 or > 32_503_680_000)
            return null;
        var now = clock.GetUtcNow();
        var wait = DateTimeOffset.FromUnixTimeSeconds(reset) - (Answers.DateOf(response) ?? now) + TimeSpan.FromSeconds(1);
        return now + (wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1));
    }

    private static long? Number(XResponse response, string header) =>
        long.TryParse(response.Header(header), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
