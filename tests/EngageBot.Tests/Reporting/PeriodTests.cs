using EngageBot.Reporting;
using Xunit;

namespace EngageBot.Tests.Reporting;

public sealed class PeriodTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 22, 30, 0, TimeSpan.Zero); // the first of April in Berlin

    [Fact]
    public void The_last_days_end_with_today_where_the_house_stands()
    {
        Assert.Null(Period.Read("7", null, null, Now, Berlin, out var week));
        Assert.Equal((new DateOnly(2026, 3, 26), new DateOnly(2026, 4, 1)), (week.First, week.Last));
        Assert.Equal(TimeSpan.FromHours((7 * 24) - 1), week.Until - week.From); // summer time began on the 29th
    }

    [Fact]
    public void Days_of_ones_own_include_the_last()
    {
        Assert.Null(Period.Read(null, "2026-03-01", "2026-03-28", Now, Berlin, out var march));
        Assert.Equal((28, new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero)), (march.Days, march.From));
    }

    [Theory]
    [InlineData("0", null, null, "The number of days must lie between 1 and 366.")]
    [InlineData("many", null, null, "The number of days must lie between 1 and 366.")]
    [InlineData(null, "31.5.2026", null, "Give both days as 2026-05-31.")]
    [InlineData(null, "2026-05-31", "2026-05-30", "The first day lies after the last.")]
    [InlineData(null, "2020-01-01", "2026-05-30", "Choose at most 366 days.")]
    [InlineData(null, "0001-01-01", "9999-12-31", "Give both days as 2026-05-31.")]
    public void What_cannot_be_meant_is_told_in_one_sentence(string? days, string? from, string? until, string sentence) =>
        Assert.Equal(sentence, Period.Read(days, from, until, Now, Berlin, out _));
}
