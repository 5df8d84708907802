using System.Globalization;

namespace EngageBot.Reporting;

/// <summary>Whole days in a time zone, both ends included.</summary>
public sealed record Period(DateOnly First, DateOnly Last, TimeZoneInfo Zone)
{
    /// <summary>Longer ones cost more than they tell.</summary>
    public const int Longest = 366;

    /// <summary>A report may look at the week before it.</summary>
    private const int Around = 8;

    private long[]? midnights;

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public DateTimeOffset From => Midnight(First);

    public DateTimeOffset Until => Midnight(Last.AddDays(1));

    /// <summary>Today and the days before it.</summary>
    public static Period Latest(int days, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new Period(today.AddDays(1 - days), today, zone);
    }

    /// <summary>What somebody asked for, in words of an address: <c>days</c>, or <c>from</c> and <c>until</c>. What is wrong otherwise.</summary>
    public static string? Read(string? days, string? from, string? until, DateTimeOffset now, TimeZoneInfo zone, out Period period)
    {
        period = Latest(28, now, zone);
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(until))
        {
            if (string.IsNullOrEmpty(days))
                return null;
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Longest)
                return $"The number of days must lie between 1 and {Longest}.";
            period = Latest(count, now, zone);
            return null;
        }
        var first = period.First;
        var last = period.Last;
        if ((!string.IsNullOrEmpty(from) && !TryRead(from, out first)) || (!string.IsNullOrEmpty(until) && !TryRead(until, out last)))
            return "Give both days as 2026-05-31.";
        if (string.IsNullOrEmpty(from))
            first = last.AddDays(-27);
        if (last < first)
            return "The first day lies after the last.";
        if (last.DayNumber - first.DayNumber >= Longest)
            return $"Choose at most {Longest} days.";
        period = new Period(first, last, zone);
        return null;
    }

    /// <summary>The day of a moment in it or in the days around it; asked a hundred thousand times, so the midnights are laid out once.</summary>
    public DateOnly DayOf(long milliseconds)
    {
        var place = Array.BinarySearch(midnights ??= Midnights(), milliseconds);
        return First.AddDays((place >= 0 ? place : ~place - 1) - Around);
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Midnight on the wall clock; where the clock skips it, the moment that follows.</summary>
    internal DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }

    private long[] Midnights() => [.. Enumerable.Range(-Around, Days + (2 * Around)).Select(day => Midnight(First.AddDays(day)).ToUnixTimeMilliseconds())];

    private static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day is { Year: > 2000 and < 9000 };
}
