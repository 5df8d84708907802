using EngageBot.Language;

namespace EngageBot.Library.Voice;

/// <summary>Hears whether a reply sounds like a person or like an advert, and says why. Pure, and quick enough for every keystroke.</summary>
internal sealed class VoiceLint(LintRules rules)
{
    /// <summary>The score of a sentence in which nothing is noticed.</summary>
    public const int Plain = 80;

    private static readonly PhraseBook Shipped = PhraseFile.ReadAll();
    private static readonly LintRule[] Selling = [LintRule.Call, LintRule.Deal, LintRule.Urgency, LintRule.Praise, LintRule.Wares, LintRule.Stock];

    private readonly PhraseBook own = Own(rules);

    public LintReport Read(string reply, LintContext context)
    {
        var speech = new Speech(reply);
        var found = new Findings();
        Shipped.Find(speech, found);
        own.Find(speech, found);
        var tally = new Tally(reply);
        var mention = context.Mention is null ? null : new Speech(context.Mention);
        var asked = Asked.In(context, mention, Shipped);
        var given = AddGifts(tally, found, context, asked);
        AddSelling(tally, speech, found, context, asked, given);
        Loudness.Add(tally, speech, context);
        if (context.IsComplaint)
            Care.Add(tally, speech, found);
        Warmth.Add(tally, speech, found, mention, context.Author);
        tally.Add(LintRule.Never, found.Of(LintRule.Never.Key));
        tally.Add(LintRule.Ours, found.Of(LintRule.Ours.Key).Take(1));
        return tally.Report(rules);
    }

    /// <summary>True when the reply gives away what a live offer stands for.</summary>
    private bool AddGifts(Tally tally, Findings found, LintContext context, Asked asked)
    {
        var gifts = found.Of(LintRule.Giveaway.Key);
        if (gifts.Count == 0)
            return false;
        if (LiveOffer(found, context.Day) is { } place)
        {
            tally.Add(LintRule.Offer, [place]);
            return true;
        }
        if (!asked.Price && !asked.Anything && !context.IsComplaint)
            tally.Add(LintRule.Giveaway, gifts);
        return false;
    }

    private Span? LiveOffer(Findings found, DateOnly day) =>
        rules.Offers.Where(offer => offer.IsLiveOn(day)).SelectMany(offer => found.Of(KindOf(offer))).Select(place => (Span?)place).FirstOrDefault();

    private static void AddSelling(Tally tally, Speech speech, Findings found, LintContext context, Asked asked, bool given)
    {
        foreach (var rule in Selling.Where(rule => !IsFree(rule, asked, given)))
            tally.Add(rule, found.Of(rule.Key).Where(place => !IsOurs(place, found)));
        if (!asked.Price && !asked.Way && !asked.Anything && !given)
            tally.Add(LintRule.Price, speech.Words.Where(word => word.IsPrice).Select(word => new Span(word.Start, word.End)));
        if (!asked.Way && !asked.Anything && !context.IsComplaint)
            tally.Add(LintRule.Link, Places(speech, TokenKind.Link));
        tally.Add(LintRule.Gush, found.Of(LintRule.Gush.Key).Take(1).Where(place => place.Start == speech.Words[0].Start && IsExclaimed(speech.Text, place)));
        tally.Add(LintRule.Hashtags, Places(speech, TokenKind.Hashtag).Skip(1));
    }

    // "Lovely!" and "Lovely." are two moods
    private static bool IsExclaimed(string text, Span place) => text.AsSpan(place.End).IndexOfAny(".!?,:") is >= 0 and var mark && text[place.End + mark] == '!';

    private static bool IsFree(LintRule rule, Asked asked, bool given) =>
        (rule == LintRule.Call && asked.Way) || (rule == LintRule.Deal && asked.Price) || (rule == LintRule.Wares && (asked.Way || asked.Price || given));

    private static bool IsOurs(Span place, Findings found) => found.Of(LintRule.Ours.Key).Any(ours => ours.Start <= place.Start && ours.End >= place.End);

    private static PhraseBook Own(LintRules rules)
    {
        var book = new PhraseBook();
        foreach (var (kind, phrases) in new[] { (LintRule.Never.Key, rules.Never), (LintRule.Ours.Key, rules.Use) })
            foreach (var words in phrases.Select(PhraseFile.Words).Where(words => words.Count > 0))
                book.Plant(kind, words);
        foreach (var offer in rules.Offers)
            foreach (var words in offer.Words.Select(PhraseFile.Words).Where(words => words.Count > 0))
                book.Plant(KindOf(offer), words);
        return book;
    }

    private static string KindOf(Offer offer) => $"offer {offer.Name}";

    private static IEnumerable<Span> Places(Speech speech, TokenKind kind) =>
        speech.Tokens.Where(token => token.Kind == kind).Select(token => new Span(token.Start, token.End));
}
