using System.Collections.Frozen;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>Says what a mention wants of us, in which language, and why we think so.</summary>
internal sealed class MentionReader(IntentHeads heads)
{
    private readonly FrozenDictionary<string, CueBook> books = CueBook.ReadAll();
    private readonly LearnedVerdict verdicts = new(heads);

    /// <summary>Never throws, whatever the text holds; the cost grows with its length only.</summary>
    public Understanding Read(Post post, Account account)
    {
        var glance = Glance.At(post, account, books);
        var verdict = verdicts.Of(heads.Weigh(glance), glance);
        return new Understanding(verdict.Intent, verdict.Confidence, WelcomesReply(verdict.Intent), glance.Language, verdict.Reasons);
    }

    private static bool WelcomesReply(Intent intent) => intent is not (Intent.Abuse or Intent.Spam or Intent.Aside);
}
