using System.Globalization;
using EngageBot.Storage;

namespace EngageBot.Hours;

/// <summary>The opening hours as they were saved, and by whom.</summary>
/// <param name="Number">Counts the versions; 0 while nobody has said anything.</param>
internal sealed record HoursSheet(long Number, OpeningHours Hours, string? Person, DateTimeOffset? At)
{
    /// <summary>False while the house counts as always open because nobody has said when it is.</summary>
    public bool IsSet => Number > 0;

    /// <summary>What is approved while the house is closed goes out when it opens.</summary>
    public bool RepliesWait { get; init; }

    /// <summary>When a reply that is approved at a moment would be read: then, or when the house opens.</summary>
    public DateTimeOffset LandsAt(DateTimeOffset moment) => RepliesWait && IsSet && Hours.NextOpening(moment) is { } opening ? opening : moment;

    public static HoursSheet None { get; } = new(0, OpeningHours.Always(TimeZoneInfo.Utc), null, null);

    public static string WriteWeek(OpeningHours hours) =>
        Lines.Join(hours.Week.Where(day => day.Value.Count > 0).OrderBy(day => day.Key).Select(day => $"{day.Key} {OpenSpan.Write(day.Value)}"));

    public static string WriteExceptions(OpeningHours hours) =>
        Lines.Join(hours.Exceptions.Select(odd => string.Create(CultureInfo.InvariantCulture, $"{odd.First:yyyy-MM-dd}\t{odd.Last:yyyy-MM-dd}\t{OpenSpan.Write(odd.Spans)}\t{odd.Name.Replace('\t', ' ')}")));

    public static OpeningHours Read(string zone, string week, string exceptions) => new(
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc,
        Lines.Split(week).Select(line => line.Split(' ', 2)).ToDictionary(line => Enum.Parse<DayOfWeek>(line[0]), line => Spans(line[1])),
        [.. Lines.Split(exceptions).Select(line => line.Split('\t')).Select(line => new OddDays(Day(line[0]), Day(line[1]), Spans(line[2]), line[3]))]);

    private static IReadOnlyList<OpenSpan> Spans(string text) =>
        OpenSpan.Read(text, out var spans) is { } problem ? throw new FormatException(problem) : spans;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
