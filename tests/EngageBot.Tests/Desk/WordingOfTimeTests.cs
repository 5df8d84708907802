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
        Assert.Equal((age, ago), (Ago.Span(span, Speaking.English), Ago.Sentence(span, Speaking.English)));
    }

    [Theory]
    [InlineData(20, "jetzt", "gerade eben")]
    [InlineData(80, "1 min", "vor einer Minute")]
    [InlineData(3 * 3600, "3 h", "vor drei Stunden")]
    [InlineData(5 * 86400, "5 T", "vor fünf Tagen")]
    public void Time_is_told_in_German_too(int seconds, string age, string ago)
    {
        var span = TimeSpan.FromSeconds(seconds);
        Assert.Equal((age, ago), (Ago.Span(span, Speaking.German), Ago.Sentence(span, Speaking.German)));
    }

    [Theory]
    [InlineData("de", "09:05", "6. März, 09:05", "6. März 2025")]
    [InlineData("en-US", "9:05\u202fAM", "6 Mar, 9:05\u202fAM", "6 Mar 2025")]
    [InlineData("en-GB", "09:05", "6 Mar, 09:05", "6 Mar 2025")]
    public void A_moment_is_as_short_as_it_can_be(string culture, string today, string thisYear, string before)
    {
        var viewer = new ViewerClock(new FakeTimeProvider(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero)), Speaking.In(culture));
        Assert.Equal(
            (today, thisYear, before),
            (viewer.Short(new DateTimeOffset(2026, 3, 28, 9, 5, 0, TimeSpan.Zero)), viewer.Short(new DateTimeOffset(2026, 3, 6, 9, 5, 0, TimeSpan.Zero)), viewer.Short(new DateTimeOffset(2025, 3, 6, 9, 5, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void Tomorrow_at_nine_is_nine_on_the_viewers_own_clock()
    {
        var viewer = new ViewerClock(new FakeTimeProvider(new DateTimeOffset(2026, 10, 24, 22, 30, 0, TimeSpan.Zero)), Speaking.English);
        viewer.Live("Europe/Berlin"); // where it is half past midnight, and the clocks go back that night
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 8, 0, 0, TimeSpan.Zero), viewer.TomorrowAt(9));
    }

    [Fact]
    public void An_hour_that_the_clock_skips_counts_as_the_one_after_it()
    {
        var viewer = new ViewerClock(new FakeTimeProvider(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero)), Speaking.English);
        viewer.Live("Europe/Berlin");
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), viewer.FromLocal(new DateTime(2026, 3, 29, 2, 30, 0)));
    }

    [Fact]
    public void An_unknown_zone_leaves_utc()
    {
        var viewer = new ViewerClock(TimeProvider.System, Speaking.English);
        viewer.Live("Middle-earth/Shire");
        Assert.Equal(TimeZoneInfo.Utc, viewer.Zone);
    }
}
