using EngageBot.Desk.Translation;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>Numbers as this reader would say them.</summary>
internal sealed class Amounts(Phrases T)
{
    public const string None = "–";

    public string Number(double number) => number.ToString(number is < 10 and > 0 && number % 1 > 0 ? "0.#" : "N0", T.Culture);

    public string Percent(Share share) => share.Ratio is { } ratio ? Percent(ratio) : None;

    public string Percent(double ratio) => $"{Math.Round(ratio * 100):0}\u00A0%";

    public string Of(Share share) => share.Whole == 0 ? None : T["{0} of {1}", Number(share.Part), Number(share.Whole)];

    public string Time(double? seconds) => seconds is { } some ? Time(some) : None;

    /// <summary>At most two units: <c>14 s</c>, <c>23 min</c>, <c>1 h 5 min</c>, <c>2 d 3 h</c>.</summary>
    public string Time(double seconds) => Words(seconds).Replace(' ', '\u00A0');

    private string Words(double seconds) => TimeSpan.FromSeconds(Math.Round(seconds)) switch
    {
        { TotalSeconds: < 60 } time => T["{0} s", time.Seconds],
        { TotalMinutes: < 10 } time when time.Seconds > 0 => T["{0} min {1} s", time.Minutes, time.Seconds],
        { TotalMinutes: < 60 } time => T["{0} min", time.Minutes],
        { TotalHours: < 24 } time when time.Minutes > 0 => T["{0} h {1} min", (int)time.TotalHours, time.Minutes],
        { TotalHours: < 24 } time => T["{0} h", time.Hours],
        { Hours: > 0 } time => T["{0} d {1} h", time.Days, time.Hours],
        var time => T["{0} d", time.Days],
    };

    public string Day(DateOnly day) => day.ToString(T["d MMM"], T.Culture);
}
