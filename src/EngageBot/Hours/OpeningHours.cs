namespace EngageBot.Hours;

/// <summary>When somebody is there to answer: a week in a time zone, and days that differ from it.</summary>
/// <param name="Week">The spans of each day of the week; a day that is missing is closed.</param>
public sealed record OpeningHours(TimeZoneInfo Zone, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpenSpan>> Week, IReadOnlyList<OddDays> Exceptions)
{
    // A house that closes for longer than this between two seasons has other worries.
    private const int LongestClosure = 400;

    /// <summary>Nobody has said when the house is open: then it always is.</summary>
    public static OpeningHours Always(TimeZoneInfo zone) =>
        new(zone, Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => (IReadOnlyList<OpenSpan>)[new OpenSpan(0, 24 * 60)]), []);

    /// <summary>The spans that begin on a day. Of several exceptions the one written last counts.</summary>
    public IReadOnlyList<OpenSpan> On(DateOnly day) =>
        Exceptions.LastOrDefault(odd => odd.First <= day && day <= odd.Last) is { } exception ? exception.Spans : Week.GetValueOrDefault(day.DayOfWeek) ?? [];

    public bool IsOpen(DateTimeOffset moment) => new OpenTime(this, moment, moment).IsOpen(moment);

    /// <summary>This moment if the house is open, else when it opens next; null when it stays closed for more than a year.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset moment)
    {
        var today = DayOf(moment);
        for (var day = today.AddDays(-2); day <= today.AddDays(LongestClosure); day = day.AddDays(1))
        {
            foreach (var (from, until) in StretchesOf(day))
            {
                if (until > moment)
                    return from > moment ? from : moment;
            }
        }
        return null;
    }

    /// <summary>How long the house was open between two moments.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until) => new OpenTime(this, from, until).Between(from, until);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The real moments of a day's spans. An hour that the clock skips counts as the one after it; one that comes twice is open both times.</summary>
    internal IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> StretchesOf(DateOnly day) =>
        from span in On(day)
        let @from = MomentOf(day, span.From, isEnd: false)
        let until = MomentOf(day, span.Until, isEnd: true)
        where until > @from
        select (@from, until);

    private DateTimeOffset MomentOf(DateOnly day, int minutes, bool isEnd)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        var offset = Zone.IsAmbiguousTime(local) ? Pick(Zone.GetAmbiguousTimeOffsets(local), isEnd) : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }

    /// <summary>The greater offset is the earlier moment.</summary>
    private static TimeSpan Pick(TimeSpan[] offsets, bool isEnd) => isEnd ? offsets.Min() : offsets.Max();
}

/// <summary>Days that differ from the week: a holiday, an open day, a summer break.</summary>
/// <param name="Last">Inclusive.</param>
/// <param name="Spans">None when the house is closed.</param>
public sealed record OddDays(DateOnly First, DateOnly Last, IReadOnlyList<OpenSpan> Spans, string Name);
