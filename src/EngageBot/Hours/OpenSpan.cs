using System.Globalization;
using System.Text.RegularExpressions;

namespace EngageBot.Hours;

/// <summary>Open from one minute of the day to another; beyond 24:00 it reaches into the next morning.</summary>
/// <param name="From">Minutes after midnight.</param>
/// <param name="Until">Exclusive, greater than <paramref name="From"/>.</param>
public readonly partial record struct OpenSpan(int From, int Until)
{
    private const int Day = 24 * 60;

    public override string ToString() => $"{Clock(From)}–{Clock(Until > Day ? Until - Day : Until)}";

    /// <summary>Spans as a person writes them, <c>10–18, 19:30–1:00</c>; nothing or <c>closed</c> is none. What is wrong otherwise.</summary>
    public static string? Read(string text, out IReadOnlyList<OpenSpan> spans)
    {
        var found = new List<OpenSpan>();
        spans = found;
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Equals("closed", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (var part in text.Split(',', ';'))
        {
            if (Written().Match(part) is not { Success: true } match || Minutes(match, "from") is not { } from || Minutes(match, "until") is not { } until)
                return $"“{part.Trim()}” is no span of time. Write it like 10–18 or 10:00–18:30.";
            found.Add(new OpenSpan(from % Day, until > from % Day ? until : until + Day));
        }
        found.Sort((one, other) => one.From.CompareTo(other.From));
        var overlap = found.Zip(found.Skip(1)).FirstOrDefault(pair => pair.First.Until > pair.Second.From);
        return overlap.First == default ? null : $"{overlap.First} and {overlap.Second} overlap.";
    }

    /// <summary>The same words that <see cref="Read"/> understands.</summary>
    public static string Write(IReadOnlyList<OpenSpan> spans) => spans.Count == 0 ? "closed" : string.Join(", ", spans);

    private static int? Minutes(Match match, string which)
    {
        var hour = int.Parse(match.Groups[which].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups[which + "Minute"] is { Success: true, Value: var text } ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        return minute < 60 && (hour * 60) + minute <= Day ? (hour * 60) + minute : null;
    }

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    [GeneratedRegex(@"^\s*(?<from>\d{1,2})([:.](?<fromMinute>\d\d))?\s*(h|uhr)?\s*(-|–|—|to|bis)\s*(?<until>\d{1,2})([:.](?<untilMinute>\d\d))?\s*(h|uhr)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
