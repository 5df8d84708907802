using EngageBot.Desk.Translation;

namespace EngageBot.Desk.Shell;

/// <summary>How long ago or how soon, as a person would say it.</summary>
internal static class Ago
{
    /// <summary>A bare span for lists and counters: <c>42 min</c>.</summary>
    public static string Span(TimeSpan span, Phrases phrases) => span.Duration() switch
    {
        { TotalSeconds: < 60 } => phrases["now"],
        { TotalMinutes: < 60 } minutes => phrases["{0} min", (int)minutes.TotalMinutes],
        { TotalHours: < 24 } hours => phrases["{0} h", (int)hours.TotalHours],
        { TotalDays: < 14 } days => phrases["{0} d", (int)days.TotalDays],
        { TotalDays: < 365 } weeks => phrases["{0} wk", (int)(weeks.TotalDays / 7)],
        var years => phrases["{0} y", (int)(years.TotalDays / 365)],
    };

    /// <summary>Within a sentence: <c>two minutes ago</c>.</summary>
    public static string Sentence(TimeSpan span, Phrases phrases) => span switch
    {
        { TotalSeconds: < 45 } => phrases["just now"],
        { TotalMinutes: < 60 } when (long)Math.Max(1, Math.Round(span.TotalMinutes)) is var count => phrases[count, "a minute ago", "{1} minutes ago", phrases.InWords(count)],
        { TotalHours: < 24 } when (long)Math.Max(1, Math.Round(span.TotalHours)) is var count => phrases[count, "an hour ago", "{1} hours ago", phrases.InWords(count)],
        _ when (long)Math.Max(1, Math.Round(span.TotalDays)) is var count => phrases[count, "a day ago", "{1} days ago", phrases.InWords(count)],
        _ => "",
    };
}
