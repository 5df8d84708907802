using System.Collections.Frozen;
using EngageBot.Model;

namespace EngageBot.Reading;

/// <summary>Says what a mention wants of us, in which language, and why we think so.</summary>
internal sealed class MentionReader
{
    private readonly FrozenDictionary<string, CueBook> books = CueBook.ReadAll();

    /// <summary>Never throws, whatever the text holds; the cost grows with its length only.</summary>
    public Understanding Read(Post post, Account account)
    {
        var utterance = Utterance.Of(post, account);
        var language = LanguageGuess.Of(utterance, post.Language);
        var evidence = new Evidence();
        books.GetValueOrDefault(language, books["en"]).Weigh(utterance.Stream, evidence);
        Signs.Weigh(utterance, evidence);
        var verdict = Verdict.Of(evidence);
        return new Understanding(verdict.Intent, verdict.Confidence, WelcomesReply(verdict.Intent), language, verdict.Reasons);
    }

    private static bool WelcomesReply(Intent intent) => intent is not (Intent.Abuse or Intent.Spam or Intent.Aside);
}
