using System.Globalization;
using System.Text;
using EngageBot.Language;

namespace EngageBot.Drafting.Rewording;

/// <summary>Whether a rewording says no more than its sources; a doubt speaks against it, for nobody misses what is not offered.</summary>
/// <param name="draft">The wording that was to be reworded.</param>
/// <param name="house">Our own words behind it: answer, link, snippet and who tells it.</param>
/// <param name="theirs">What they wrote, as the model got to read it.</param>
/// <param name="asks">They ask; then the figures and days in their words are no facts.</param>
/// <param name="common">Words that the organisation writes in small letters, so that a capital at the start of a sentence makes no name of them.</param>
internal sealed class Fidelity(string draft, IReadOnlyList<string> house, string theirs, bool asks, IReadOnlySet<string> common)
{
    private const string Markup = "<>{}[]|\\*_~^`=";

    private readonly Claims ours = Claims.In([draft, .. house]);
    private readonly Claims original = Claims.In(draft);
    private readonly Claims known = asks ? Claims.In([draft, .. house]) : Claims.In([draft, .. house, theirs]);
    private readonly Claims all = Claims.In([draft, .. house, theirs]);

    /// <summary>Null when it is faithful; else what it adds, without any of its words.</summary>
    public string? Objection(string text)
    {
        if (HasStrangeLetters(text))
            return "letters or marks that the draft does not have";
        var said = Claims.In(text);
        if (!said.Links.IsSubsetOf(ours.Links))
            return "a link";
        if (!said.Handles.IsSubsetOf(ours.Handles))
            return "a handle";
        if (!said.Hashtags.IsSubsetOf(ours.Hashtags))
            return "a hashtag";
        if (!said.Figures.All(known.Holds))
            return "a number";
        if (said.Times.Except(known.Times).Any())
            return "a date or time";
        if (AddsName(text, said))
            return "a name";
        if (said.Promises.Except(ours.Promises).Any() || !said.Undertakings.All(verb => ours.Undertakings.Any() && ours.Words.Contains(verb)))
            return "a promise";
        return said.Denies != original.Denies ? "a no, or takes one away" : null;
    }

    private bool AddsName(string text, Claims said)
    {
        var begins = true;
        foreach (var token in said.Tokens)
        {
            var isWord = token.Kind is TokenKind.Word or TokenKind.Number;
            if (isWord && text[token.Start..token.End].Any(char.IsUpper) && !IsKnown(token, begins))
                return true;
            begins = token.Kind is TokenKind.Mark or TokenKind.Emoji && token.Text is not ",";
        }
        return false;
    }

    private bool IsKnown(Token token, bool begins)
    {
        var word = token.Text.EndsWith("'s", StringComparison.Ordinal) ? token.Text[..^2] : token.Text;
        return word is "i" or "i'm" or "i'd" or "i've" or "i'll" || all.Words.Contains(word) || all.Words.Contains(token.Text)
            || (begins && (ClaimWords.Openers.Contains(word) || ClaimWords.Openers.Contains(token.Text) || common.Contains(word)));
    }

    private bool HasStrangeLetters(string text) =>
        text.EnumerateRunes().Any(rune => !draft.EnumerateRunes().Contains(rune) && IsStrange(rune));

    private static bool IsStrange(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        // what joins the parts of an emoji
        UnicodeCategory.Format => rune.Value != 0x200D,
        UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => rune.Value == 0xFFFD || (Rune.IsLetter(rune) && !IsLatin(rune)) || (rune.IsBmp && Markup.Contains((char)rune.Value, StringComparison.Ordinal)),
    };

    private static bool IsLatin(Rune rune) => rune.Value is < 0x250 or (>= 0x1E00 and < 0x1F00);
}
