using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What the shape of a mention says, apart from its words: to whom it is turned.</summary>
internal static class Signs
{
    private static readonly Sign[] All =
    [
        new(Intent.Chat, 1.8, "answers a post of yours", mention => mention.AnswersUs),
        new(Intent.Chat, 1.2, "speaks to you first", mention => mention.SpeaksToUsFirst && mention.Others == 0),
        new(Intent.Chat, 0.8, "speaks to you and others", mention => mention.SpeaksToUsFirst && mention.Others > 0),
        new(Intent.Chat, 1.0, "closes with your name", mention => mention.ClosesWithUs && mention.Links == 0),
        new(Intent.Question, 0.9, "", mention => mention.AsksSomething && mention.Links == 0),
        new(Intent.Curiosity, 0.5, "", mention => mention.AsksSomething && mention.Links == 0),
        new(Intent.Chat, 0.4, "short and without a link", mention => mention.Links == 0 && mention.Words is > 0 and < 12),
        new(Intent.Aside, 1.1, "speaks to somebody else", mention => mention.SpeaksToOthersFirst && !mention.AnswersUs),
        new(Intent.Aside, 1.1, "names you in passing", PassesBy),
        new(Intent.Aside, 0.8, "names you among others", mention => mention.Others >= 2),
        new(Intent.Aside, 1.0, "shares a link", mention => mention.Links > 0 && !mention.SpeaksToUsFirst),
        new(Intent.Aside, 0.5, "brings a link", mention => mention.Links > 0 && mention.SpeaksToUsFirst && mention.SaysYou),
        new(Intent.Aside, 1.3, "hands you a link", mention => mention.Links > 0 && mention.SpeaksToUsFirst && !mention.SaysYou),
        new(Intent.Aside, 0.8, "quotes you", mention => mention.QuotesUs),
        new(Intent.Aside, 0.6, "is made of hashtags", mention => mention.Hashtags >= 3),
        new(Intent.Aside, 1.6, "says nothing in words", mention => mention.Words == 0 && !mention.AnswersUs),
    ];

    public static void Weigh(Utterance mention, Evidence evidence)
    {
        foreach (var sign in All)
            if (sign.Shows(mention))
                evidence.Add(new Find(sign.Intent, sign.Weight, sign.Reason, sign.Reason));
    }

    private static bool PassesBy(Utterance mention) =>
        !mention.SpeaksToUsFirst && !mention.SpeaksToOthersFirst && !mention.AnswersUs && (!mention.ClosesWithUs || mention.Links > 0);

    /// <param name="Reason">Empty where the words themselves say it better.</param>
    private sealed record Sign(Intent Intent, double Weight, string Reason, Func<Utterance, bool> Shows);
}
