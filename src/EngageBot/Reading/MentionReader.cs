using System.Collections.Frozen;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>Says what a mention wants of us, in which language, and why we think so.</summary>
internal sealed class MentionReader(IntentHeads heads)
{
    private const float IntentSaysSoMuch = 2;

    private readonly FrozenDictionary<string, CueBook> books = CueBook.ReadAll();
    private readonly LearnedVerdict verdicts = new(heads);

    /// <summary>Never throws, whatever the text holds; the cost grows with its length only.</summary>
    public Understanding Read(Post post, Account account)
    {
        var glance = Glance.At(post, account, books);
        var chances = heads.Weigh(glance);
        var verdict = verdicts.Of(chances, glance);
        return new Understanding(verdict.Intent, verdict.Confidence, WelcomesReply(verdict, chances.WelcomePush), glance.Language, verdict.Reasons);
    }

    /// <summary>What learning needs of a mention.</summary>
    public StudiedMention Study(Post post, Account account) => heads.Study(Glance.At(post, account, books));

    /// <summary>How a mention is read when each step is pushed so much.</summary>
    public Intent Judge(StudiedMention mention, ReadOnlySpan<float> pushes)
    {
        Span<float> odds = stackalloc float[mention.Odds.Length];
        for (var step = 0; step < odds.Length; step++)
            odds[step] = mention.Odds[step] + pushes[step];
        return verdicts.Of(IntentSteps.ChancesOf(odds), mention.Glance).Intent;
    }

    /// <summary>As log-odds before anything is learned: an intent says nearly all.</summary>
    public static float WelcomeOdds(Intent intent) => intent is Intent.Abuse or Intent.Spam or Intent.Aside ? -IntentSaysSoMuch : IntentSaysSoMuch;

    private static bool WelcomesReply(Verdict verdict, float push) => (verdict.WelcomesReply ? IntentSaysSoMuch : -IntentSaysSoMuch) + push > 0;
}
