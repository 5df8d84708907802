using EngageBot.Desk.Translation;

namespace EngageBot.Desk.Shell;

/// <summary>The time as the person at this desk reads it: in the zone of their browser.</summary>
internal sealed class ViewerClock(TimeProvider clock, Phrases phrases)
{
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Takes the IANA name that the browser gave; an unknown one leaves UTC.</summary>
    public void Live(string zone)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            Zone = found;
    }

    public string Ago(DateTimeOffset moment) => Shell.Ago.Sentence(Now - moment, phrases);

    public string Age(DateTimeOffset moment) => Shell.Ago.Span(Now - moment, phrases);

    /// <summary>To the second and with the zone, for the hover.</summary>
    public string Exact(DateTimeOffset moment) =>
        $"{Local(moment).ToString("ddd", phrases.Culture)} {phrases.Day(Local(moment).Date, year: true)}, {Local(moment).ToString("T", phrases.Culture)} ({Zone.Id})";

    /// <summary>As short as it can be said: the hour for today, the day for this year.</summary>
    public string Short(DateTimeOffset moment)
    {
        var local = Local(moment);
        var today = Local(Now);
        var hour = local.ToString("t", phrases.Culture);
        return local.Date == today.Date ? hour : local.Year == today.Year ? $"{phrases.Day(local.Date)}, {hour}" : phrases.Day(local.Date, year: true);
    }

    /// <summary>The day of a talk: the weekday for what is near.</summary>
    public string Day(DateTimeOffset moment) => (Local(Now).Date - Local(moment).Date).Days switch
    {
        0 => phrases["today"],
        1 => phrases["yesterday"],
        > 1 and < 7 => Local(moment).ToString("dddd", phrases.Culture),
        _ => phrases.Day(Local(moment).Date, year: Local(moment).Year != Local(Now).Year),
    };

    public string Hour(DateTimeOffset moment) => Local(moment).ToString("t", phrases.Culture);

    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    /// <summary>Tomorrow at this hour on the viewer's own clock.</summary>
    public DateTimeOffset TomorrowAt(int hour) => FromLocal(Local(Now).Date.AddDays(1).AddHours(hour));

    /// <summary>The moment that the viewer means by a date and time without a zone. An hour that the clock skips counts as the one after it.</summary>
    public DateTimeOffset FromLocal(DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var real = Zone.IsInvalidTime(plain) ? plain.AddHours(1) : plain;
        return new DateTimeOffset(real, Zone.GetUtcOffset(real));
    }
}
