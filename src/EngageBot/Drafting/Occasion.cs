using EngageBot.Library;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Everything a draft is made for and from.</summary>
/// <param name="Language">What we answer in.</param>
/// <param name="Finds">What the library has for it.</param>
internal sealed record Occasion(
    Post Post,
    Understanding Understanding,
    Account Account,
    Talk Talk,
    LibrarySnapshot Words,
    string Language,
    DateTimeOffset Now,
    Finds Finds)
{
    public DateOnly Day => Words.Voice.DayOf(Now);

    public TimeOfDay Time => Words.Voice.TimeAt(Now);

    /// <summary>We talked before, in another thread.</summary>
    public bool IsReturning => Talk.MetBefore;

    public bool IsFollowUp => Talk.OurTurns > 0;

    /// <summary>False when we answer in another language: then a match of words is chance.</summary>
    public bool SharesLanguage => Understanding.Language == Language || Understanding.Language == "und";
}
