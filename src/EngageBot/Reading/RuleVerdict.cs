using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>What the rules alone decide over the evidence: the first intent, in order of urgency, that fits well enough.</summary>
internal static class RuleVerdict
{
    // how much must speak for an intent, and how far a mention may be turned away from us and still want it;
    // a bare question mark weighs less than praise, a question in so many words weighs more
    private static readonly (Intent Intent, double Enough, double MayTurnAway)[] Order =
    [
        (Intent.Abuse, 1.2, double.MaxValue),
        (Intent.Spam, 1.2, double.MaxValue),
        (Intent.Complaint, 1.0, 1.2),
        (Intent.Question, 1.2, 1.2),
        (Intent.Curiosity, 1.0, 1.2),
        (Intent.Question, 0.9, 0.8),
        (Intent.Thanks, 1.2, 1.6),
    ];

    private const double Undecided = 0.15;

    public static Verdict Of(Evidence evidence)
    {
        var (chat, aside) = (evidence.For(Intent.Chat), evidence.For(Intent.Aside));
        foreach (var (intent, enough, mayTurnAway) in Order)
            if (evidence.For(intent) is var score && score >= enough && aside - chat <= mayTurnAway && !IsRatherCurious(intent, score, evidence))
                return new Verdict(intent, Sureness(score - enough), Reasons.Of(evidence, intent));
        var turned = chat >= aside ? Intent.Chat : Intent.Aside;
        var distance = Math.Abs(chat - aside);
        return distance < Undecided
            ? new Verdict(
                Intent.Unsure,
                0.3,
                ["could be talk to you or about you", .. Reasons.Of(evidence, Intent.Chat).Take(1)])
            : new Verdict(turned, Sureness(distance / 2), Reasons.Of(evidence, turned));
    }

    private static bool IsRatherCurious(Intent intent, double score, Evidence evidence) =>
        intent == Intent.Question && evidence.For(Intent.Curiosity) >= score;

    private static double Sureness(double margin) => Math.Round(Math.Min(0.95, 0.6 + (0.25 * margin)), 2);
}
