namespace EngageBot.Benchmarks.Season;

/// <summary>A season's time: it stands still until somebody does something.</summary>
internal sealed class SeasonClock(DateTimeOffset begins) : TimeProvider
{
    private DateTimeOffset now = begins;

    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Never goes back.</summary>
    public void MoveTo(DateTimeOffset moment) => now = moment > now ? moment : now;

    public void Pass(TimeSpan time) => now += time;
}
