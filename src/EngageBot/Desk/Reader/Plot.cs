using System.Globalization;
using EngageBot.Learning;
using EngageBot.Model;

namespace EngageBot.Desk.Reader;

/// <summary>Places shares of 0 to 1 over the weeks in a drawing of this size.</summary>
internal sealed class Plot(IReadOnlyList<AgreementOfWeek> weeks, double width, double height)
{
    private readonly int first = weeks.Count == 0 ? 0 : weeks[0].Monday.DayNumber;
    private readonly int last = weeks.Count == 0 ? 0 : weeks[^1].Monday.DayNumber;

    /// <summary>A point for each week in which people judged such a mention; all intents when none is named.</summary>
    public IReadOnlyList<Dot> Dots(Intent? intent = null) =>
    [
        .. from week in weeks
           let share = intent is { } one ? week.ByIntent.GetValueOrDefault(one) : new IntentShare(week.Agreed, week.Judged)
           where share is { Judged: > 0 }
           select new Dot(X(week.Monday), height * (1 - ((double)share.Agreed / share.Judged)), week.Monday, share),
    ];

    /// <summary>The points as a line.</summary>
    public static string Line(IEnumerable<Dot> dots) => string.Join(' ', dots.Select(dot => $"{Number(dot.X)},{Number(dot.Y)}"));

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private double X(DateOnly monday) => first == last ? width / 2 : width * (monday.DayNumber - first) / (last - first);
}

/// <summary>One week of one line.</summary>
internal sealed record Dot(double X, double Y, DateOnly Monday, IntentShare Share);
