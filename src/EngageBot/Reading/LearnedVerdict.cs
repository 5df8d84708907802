using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>The decision over the chances that the heads give, put in words.</summary>
internal sealed class LearnedVerdict(IntentHeads heads)
{
    // A complaint that is missed costs twice one too many, so it need not be the likeliest. What asks is answered either way, and who
    // wonders or jokes names what goes wrong without minding it.
    private const double ComplaintEnough = 0.27;
    private const double ComplaintBesideThanks = 0.3;
    private const double ComplaintBesideQuestion = 0.33;
    private const double ComplaintBesideChat = 0.36;

    // an insult is told to a person, whatever else the mention wants
    private const double AbuseEnough = 0.2;

    // without the sentence vector the heads are less sure of themselves
    private const double ForeignComplaintEnough = 0.4;
    private const double Floor = 0.28;

    // who answers a post of ours rarely talks to somebody else
    private const double AsideInAnAnswer = 0.15;

    private readonly Reasons reasons = new(heads);

    public Verdict Of(IntentChances chances, Glance mention)
    {
        if (mention.Utterance.Words == 0)
            return mention.RuleVerdict;
        if (mention.Utterance.AnswersUs)
            chances.Lessen(Intent.Aside, AsideInAnAnswer);
        var ranked = chances.Ranked.Take(2).ToArray();
        var enough = !IntentHeads.Understands(mention.Language) ? ForeignComplaintEnough
            : ranked[0] switch
            {
                Intent.Thanks => ComplaintBesideThanks,
                Intent.Question or Intent.Curiosity => ComplaintBesideQuestion,
                Intent.Chat => ComplaintBesideChat,
                _ => ComplaintEnough,
            };
        var insults = chances[Intent.Abuse] >= AbuseEnough;
        var complains = !insults && ranked[0] != Intent.Spam && chances[Intent.Complaint] >= enough;
        var intent = insults ? Intent.Abuse : complains ? Intent.Complaint : ranked[0];
        var confidence = Math.Round(mention.IsKnownLanguage ? chances[intent] : chances[intent] / 2, 2);
        var verdict = confidence < (insults ? AbuseEnough : complains ? ComplaintEnough : Floor)
            ? new Verdict(Intent.Unsure, confidence, Doubts(ranked, mention))
            : new Verdict(intent, confidence, reasons.Of(intent, mention));
        return verdict with { WelcomesReply = intent is not (Intent.Abuse or Intent.Spam) && chances.Welcome >= 0.5 };
    }

    private List<string> Doubts(Intent[] ranked, Glance mention) =>
        [$"could be {Words.Of(ranked[0])} or {Words.Of(ranked[1])}", .. reasons.Telling(ranked[0], mention).Take(1)];
}
