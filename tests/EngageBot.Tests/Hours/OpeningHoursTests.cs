using EngageBot.Hours;
using Xunit;

namespace EngageBot.Tests.Hours;

public sealed class OpeningHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-06-01T10:00+02:00", "2026-06-01T10:40+02:00", 40)] // a Monday, open
    [InlineData("2026-06-01T17:50+02:00", "2026-06-02T10:15+02:00", 25)] // over night
    [InlineData("2026-06-05T17:00+02:00", "2026-06-08T11:00+02:00", 120)] // over the weekend
    [InlineData("2026-06-06T12:00+02:00", "2026-06-07T12:00+02:00", 0)] // answered on the weekend itself
    [InlineData("2026-06-01T12:00+02:00", "2026-06-01T11:00+02:00", 0)] // the network's clock runs ahead of ours
    [InlineData("2026-06-01T08:00+02:00", "2026-06-08T08:00+02:00", 40 * 60)] // a whole week
    public void The_clock_rests_while_the_house_is_closed(string from, string until, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), OfficeWeek().Between(At(from), At(until)));

    [Theory]
    [InlineData("2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00", 23)] // the clock goes forward
    [InlineData("2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00", 25)] // the clock goes back
    public void A_house_that_never_closes_counts_real_hours_when_the_clock_changes(string from, string until, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), OpeningHours.Always(Berlin).Between(At(from), At(until)));

    [Theory]
    [InlineData("2026-03-28T22:00+01:00", "2026-03-29T10:00+02:00", 3)] // 1:00 to 5:00 without the hour from 2 to 3
    [InlineData("2026-10-24T22:00+02:00", "2026-10-25T10:00+01:00", 5)] // and with it twice
    [InlineData("2026-06-06T22:00+02:00", "2026-06-07T10:00+02:00", 4)]
    public void A_night_shift_is_as_long_as_it_really_is(string from, string until, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Every("1:00-5:00").Between(At(from), At(until)));

    [Theory]
    [InlineData("2026-03-29", "02:30-03:30", 60)] // begins in the hour that is skipped
    [InlineData("2026-10-25", "02:00-03:00", 120)]
    [InlineData("2026-10-25", "02:30-02:45", 75)] // both times, and the time between
    public void Hours_that_the_clock_skips_or_repeats_neither_vanish_nor_turn_negative(string day, string spans, int atMost)
    {
        var midnight = At($"{day}T00:00+01:00");
        var open = Every(spans).Between(midnight, midnight.AddHours(23));
        Assert.InRange(open.TotalMinutes, 0, atMost);
    }

    [Fact]
    public void A_span_may_reach_into_the_next_morning()
    {
        var bar = Every("18-2");
        Assert.True(bar.IsOpen(At("2026-06-02T01:59+02:00")));
        Assert.False(bar.IsOpen(At("2026-06-02T02:00+02:00")));
        Assert.Equal(TimeSpan.FromHours(8), bar.Between(At("2026-06-01T12:00+02:00"), At("2026-06-02T12:00+02:00")));
    }

    [Fact]
    public void A_holiday_outranks_the_week_and_an_open_day_too()
    {
        var hours = OfficeWeek() with
        {
            Exceptions =
            [
                new OddDays(new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 31), [], "Christmas"),
                new OddDays(new DateOnly(2026, 12, 26), new DateOnly(2026, 12, 26), [new OpenSpan(12 * 60, 14 * 60)], "Boxing Day matinee"),
            ],
        };
        Assert.Equal(TimeSpan.FromHours(2), hours.Between(At("2026-12-24T08:00+01:00"), At("2026-12-31T23:00+01:00")));
        Assert.Equal(At("2026-12-26T12:00+01:00"), hours.NextOpening(At("2026-12-24T09:00+01:00")));
    }

    [Fact]
    public void What_waits_for_morning_learns_when_that_is()
    {
        Assert.Equal(At("2026-06-08T10:00+02:00"), OfficeWeek().NextOpening(At("2026-06-05T18:00+02:00")));
        Assert.Equal(At("2026-06-05T11:11+02:00"), OfficeWeek().NextOpening(At("2026-06-05T11:11+02:00")));
        Assert.Null(new OpeningHours(Berlin, new Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>(), []).NextOpening(At("2026-06-05T11:11+02:00")));
    }

    [Theory]
    [InlineData("10-18", "10:00–18:00")]
    [InlineData(" 19:30 – 1:00, 10 bis 18.15 ", "10:00–18:15, 19:30–01:00")]
    [InlineData("0-24", "00:00–24:00")]
    [InlineData("", "closed")]
    [InlineData("Closed", "closed")]
    public void Hours_are_written_as_people_write_them(string typed, string kept)
    {
        Assert.Null(OpenSpan.Read(typed, out var spans));
        Assert.Equal(kept, OpenSpan.Write(spans));
        Assert.Null(OpenSpan.Read(kept, out var again));
        Assert.Equal(spans, again);
    }

    [Theory]
    [InlineData("noon", "“noon” is no span of time. Write it like 10–18 or 10:00–18:30.")]
    [InlineData("10-18, 25-26", "“25-26” is no span of time. Write it like 10–18 or 10:00–18:30.")]
    [InlineData("10-18, 17-20", "10:00–18:00 and 17:00–20:00 overlap.")]
    [InlineData("10:75-18", "“10:75-18” is no span of time. Write it like 10–18 or 10:00–18:30.")]
    public void What_is_not_understood_is_told_in_one_sentence(string typed, string sentence) =>
        Assert.Equal(sentence, OpenSpan.Read(typed, out _));

    internal static OpeningHours OfficeWeek() => new(
        Berlin, Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToDictionary(day => day, _ => Spans("10-18")), []);

    private static OpeningHours Every(string spans) => new(Berlin, Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => Spans(spans)), []);

    private static IReadOnlyList<OpenSpan> Spans(string text)
    {
        Assert.Null(OpenSpan.Read(text, out var spans));
        return spans;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
