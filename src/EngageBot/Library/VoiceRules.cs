using EngageBot.Library.Voice;

namespace EngageBot.Library;

/// <summary>How the organisation sounds: what <c>voice.yaml</c> says.</summary>
/// <param name="SignOff">Closes a reply where there is room; may be empty.</param>
/// <param name="Shows">Titles that are recognised in what people write.</param>
/// <param name="Greetings">By language.</param>
internal sealed record VoiceRules(
    TimeZoneInfo TimeZone,
    string SignOff,
    IReadOnlyList<string> Shows,
    IReadOnlyDictionary<string, Greetings> Greetings)
{
    /// <summary>When an evening usually begins; null when nobody has said it.</summary>
    public TimeOnly? Curtain { get; init; }

    /// <summary>Where the lint draws its lines, our own words, and what we give away.</summary>
    public LintRules Lint { get; init; } = LintRules.Usual;

    /// <summary>What holds while there is no readable <c>voice.yaml</c>.</summary>
    public static VoiceRules Plain { get; } = new(TimeZoneInfo.Utc, "", [], new Dictionary<string, Greetings>());

    public string GreetingAt(string language, DateTimeOffset now) =>
        Greetings.GetValueOrDefault(language)?.At(TimeAt(now)) ?? "";

    /// <summary>What time of day it is where the organisation lives.</summary>
    public TimeOfDay TimeAt(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, TimeZone).Hour switch
    {
        >= 5 and < 12 => TimeOfDay.Morning,
        >= 12 and < 18 => TimeOfDay.Afternoon,
        >= 18 and < 23 => TimeOfDay.Evening,
        _ => TimeOfDay.Night,
    };

    /// <summary>The organisation's calendar day.</summary>
    public DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZone).DateTime);
}

/// <summary>How one says hello, by time of day.</summary>
internal sealed record Greetings(string Morning, string Afternoon, string Evening)
{
    public string At(TimeOfDay time) => time switch { TimeOfDay.Morning => Morning, TimeOfDay.Afternoon => Afternoon, _ => Evening };
}
