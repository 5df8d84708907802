using EngageBot.Desk.Shell;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class WordingOfTimeTests
{
    [Theory]
    [InlineData(20, "now", "just now")]
    [InlineData(80, "1 min", "a minute ago")]
    [InlineData(120, "2 min", "two minutes ago")]
    [InlineData(42 * 60, "42 min", "42 minutes ago")]
    [InlineData(3 * 3600, "3 h", "three hours ago")]
    [InlineData(5 * 86400, "5 d", "five days ago")]
    public void Time_is_told_as_a_person_would(int seconds, string age, string ago)
    {
        var span = TimeSpan.FromSeconds(seconds);
        Assert.Equal((age, ago), (Ago.Span(span), Ago.Sentence(span)));
    }

    [Fact]
    public void Tomorrow_at_nine_is_nine_on_the_viewers_own_clock()
    {
        var viewer = new ViewerClock(new FakeTimeProvider(new DateTimeOffset(2026, 10, 24, 22, 30, 0, TimeSpan.Zero)));
        viewer.Live("Europe/Berlin"); // where it is half past midnight, and the clocks go back that night
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 8, 0, 0, TimeSpan.Zero), viewer.TomorrowAt(9));
    }

    [Fact]
    public void An_hour_that_the_clock_skips_counts_as_the_one_after_it()
    {
        var viewer = new ViewerClock(new FakeTimeProvider(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero)));
        viewer.Live("Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), viewer.FromLocal(new DateTime(2026, 3, 29, 2, 30, 0)));
    }

    [Fact]
    public void An_unknown_zone_leaves_utc()
    {
        var viewer = new ViewerClock(TimeProvider.System);
        viewer.Live("Middle-earth/Shire");
        Assert.Equal(TimeZoneInfo.Utc, viewer.Zone);
    }
}
