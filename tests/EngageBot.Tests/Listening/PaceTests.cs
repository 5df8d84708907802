using EngageBot.Listening;
using EngageBot.Networks;
using Xunit;

namespace EngageBot.Tests.Listening;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 31, 18, 0, 0, TimeSpan.Zero);
    private static readonly ListeningOptions Options = new() { FastestSeconds = 3, SlowestSeconds = 15 };

    [Fact]
    public void It_looks_often_while_people_write() =>
        Assert.Equal(TimeSpan.FromSeconds(3), Pace.Next(TimeSpan.FromSeconds(15), heardSomething: true, null, Now, Options));

    [Fact]
    public void It_slows_down_step_by_step_when_all_is_quiet()
    {
        var pauses = new List<double>();
        for (var pause = TimeSpan.FromSeconds(3); pauses.Count < 6; pauses.Add(pause.TotalSeconds))
            pause = Pace.Next(pause, heardSomething: false, null, Now, Options);
        Assert.Equal([4.5, 6.75, 10.125, 15, 15, 15], pauses);
    }

    [Fact]
    public void A_budget_that_runs_low_is_spread_over_the_rest_of_the_window() =>
        Assert.Equal(TimeSpan.FromSeconds(60), Pace.Next(TimeSpan.FromSeconds(3), heardSomething: true, new RateBudget(300, 40, Now.AddMinutes(10)), Now, Options));

    [Fact]
    public void A_budget_that_is_used_up_waits_for_the_next_window() =>
        Assert.Equal(TimeSpan.FromMinutes(10), Pace.Next(TimeSpan.FromSeconds(3), heardSomething: true, new RateBudget(300, 5, Now.AddMinutes(10)), Now, Options));

    [Fact]
    public void No_window_is_ever_exceeded_by_the_busiest_account()
    {
        var fastest = new ListeningOptions { FastestSeconds = 0.05, SlowestSeconds = 15 };
        var window = Now.AddMinutes(15);
        var (now, remaining, pause) = (Now, 300, TimeSpan.FromSeconds(0.05));
        while (now < window)
        {
            Assert.True(remaining-- > 0);
            pause = Pace.Next(pause, heardSomething: true, new RateBudget(300, remaining, window), now, fastest);
            now += pause;
        }
    }
}
