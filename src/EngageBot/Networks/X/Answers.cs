using System.Globalization;
using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X;

/// <summary>What an answer's headers say about clocks.</summary>
internal static class Answers
{
    /// <summary>When the other side thinks it answered; null when it does not say.</summary>
    public static DateTimeOffset? DateOf(XResponse response) =>
        DateTimeOffset.TryParseExact(response.Header("date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>How far this machine's clock is ahead of the other side's, to about a second; negative when it is behind.</summary>
    public static TimeSpan? ClockAhead(XResponse response, TimeProvider clock) => clock.GetUtcNow() - DateOf(response);
}
