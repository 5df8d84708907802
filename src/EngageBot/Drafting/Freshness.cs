using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>
/// Knows what we said before: X refuses the same text twice and takes many near ones for a machine's, and people notice
/// what they have heard.
/// </summary>
internal sealed class Freshness(Talk talk)
{
    private const double TooClose = 0.55;
    private const double TooCloseForOnePerson = 0.4;
    private const int LookBack = 60;

    private readonly HeardPhrases phrases = new(talk.Heard);
    private readonly SaidBook heard = SaidBook.Of(talk.Heard);
    private readonly SaidBook said = SaidBook.Of(talk.OurWords);
    private readonly SaidBook proposed = SaidBook.Of(talk.Proposed);

    /// <summary>
    /// 0 for fresh words; above it, the more it sounds like what they heard, what we said lately or propose to say to somebody else.
    /// Null for what was said just so, handles and punctuation aside, and for a phrase that this person has heard from us. Facts are
    /// no phrases: who asks again is told again.
    /// </summary>
    public double? Wear(string text, Material? material = null)
    {
        var print = new TextPrint(text);
        if (said.Holds(print) || heard.Holds(print) || phrases.HoldAny(text, material?.Facts ?? ""))
            return null;
        var repeated = proposed.Holds(print) ? 1 : 0;
        var toThem = heard.Nearest(print, int.MaxValue, 0);
        // what was said comes newest first, what is proposed newest last
        var toOthers = Math.Max(said.Nearest(print, LookBack, 0), proposed.Nearest(print, 0, LookBack));
        return toThem < TooCloseForOnePerson && toOthers < TooClose && repeated == 0 ? 0 : repeated + toThem + toOthers;
    }
}
