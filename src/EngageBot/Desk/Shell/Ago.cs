namespace EngageBot.Desk.Shell;

/// <summary>How long ago or how soon, as a person would say it.</summary>
internal static class Ago
{
    /// <summary>A bare span for lists and counters: <c>42 min</c>.</summary>
    public static string Span(TimeSpan span) => span.Duration() switch
    {
        { TotalSeconds: < 60 } => "now",
        { TotalMinutes: < 60 } minutes => $"{(int)minutes.TotalMinutes} min",
        { TotalHours: < 24 } hours => $"{(int)hours.TotalHours} h",
        { TotalDays: < 14 } days => $"{(int)days.TotalDays} d",
        { TotalDays: < 365 } weeks => $"{(int)(weeks.TotalDays / 7)} wk",
        var years => $"{(int)(years.TotalDays / 365)} y",
    };

    /// <summary>Within a sentence: <c>two minutes ago</c>.</summary>
    public static string Sentence(TimeSpan span) => span switch
    {
        { TotalSeconds: < 45 } => "just now",
        { TotalMinutes: < 1.5 } => "a minute ago",
        { TotalMinutes: < 60 } => $"{Number((int)Math.Round(span.TotalMinutes))} minutes ago",
        { TotalHours: < 1.5 } => "an hour ago",
        { TotalHours: < 24 } => $"{Number((int)Math.Round(span.TotalHours))} hours ago",
        { TotalDays: < 1.5 } => "a day ago",
        _ => $"{Number((int)Math.Round(span.TotalDays))} days ago",
    };

    /// <summary>Small numbers as words, because sentences read better so.</summary>
    public static string Number(long number) => number switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        11 => "eleven",
        12 => "twelve",
        _ => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
    };
}
