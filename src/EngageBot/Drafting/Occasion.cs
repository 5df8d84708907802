using EngageBot.Conversing;
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
    private static readonly TimeSpan AGreetingLasts = TimeSpan.FromHours(18);

    public DateOnly Day => Words.Voice.DayOf(Now);

    public TimeOfDay Time => Words.Voice.TimeAt(Now);

    /// <summary>What it asks about has begun; an answer would come too late.</summary>
    public bool IsLate => Precedence.SenseOf(Understanding.Intent, Post.Text, Post.PostedAt, Words.Voice.TimeZone, Words.Voice.Curtain) <= Now;

    /// <summary>We talked before, in another thread.</summary>
    public bool IsReturning => Talk.MetBefore;

    public bool IsFollowUp => Talk.OurTurns > 0;

    /// <summary>We said something to them before, here or elsewhere.</summary>
    public bool HasMet => Talk.Heard.Count > 0;

    /// <summary>One says hello once, and not again the same day.</summary>
    public bool MayGreet => !IsFollowUp && !(Talk.MetAt > Now - AGreetingLasts);

    /// <summary>A thank-you stands already in this thread.</summary>
    public bool HasThanked { get; } = Talk.SaidHere.Concat(Talk.Coming).Any(Speech.Thanks);

    /// <summary>What we have asked them, in plain words.</summary>
    public IReadOnlySet<string> Questions { get; } = Talk.Heard.Select(Speech.QuestionIn).Where(question => question.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>Nobody likes an interrogation: after a question of ours comes a reply without one, and a complaint is no small talk.</summary>
    public bool MayAsk => !(Talk.SaidHere is [var last, ..] && Speech.Asks(last));

    /// <summary>False when we answer in another language: then a match of words is chance.</summary>
    public bool SharesLanguage => Understanding.Language == Language || Understanding.Language == "und";
}
