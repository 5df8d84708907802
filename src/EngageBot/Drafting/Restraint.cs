using EngageBot.Conversing;
using EngageBot.Language;
using EngageBot.Model;

namespace EngageBot.Drafting;

/// <summary>Knows when no reply is the kinder answer.</summary>
internal static class Restraint
{
    // below it a complaint may be friends who tease each other
    private const double Sure = 0.7;

    /// <summary>Null when a reply is worth proposing.</summary>
    /// <param name="canTell">We know by now what we had promised to find out: that is welcome after a goodbye, too.</param>
    public static string? ReasonToLetBe(Post post, Understanding understanding, Account account, Talk talk, bool canTell = false) => understanding.Intent switch
    {
        Intent.Abuse => "It insults; silence answers it best.",
        Intent.Spam => "It advertises; nobody waits for an answer.",
        _ when IsAmongFriends(post, account) && understanding is not { Intent: Intent.Complaint, Confidence: >= Sure } => "Friends are talking among themselves; our handle only came along.",
        _ when canTell => null,
        _ when talk.OurTurns > 0 && Endings.ReasonIn(post.Text) is { } reason => reason,
        Intent.Aside => "It names us but does not talk to us.",
        Intent.Complaint => null,
        Intent.Question or Intent.Curiosity => null,
        _ when talk.SaidAt > post.PostedAt => "We have answered them in this thread since; once is enough.",
        _ => null,
    };

    /// <summary>Who has closed the talk is told there only what they really asked.</summary>
    public static bool MayBeToldHere(Post post, string owed) => Endings.ReasonIn(post.Text) is null || Speech.Asks(owed);

    /// <summary>It answers somebody else's post and speaks to somebody else first. Networks carry our handle along.</summary>
    private static bool IsAmongFriends(Post post, Account account) =>
        post.Parent is { } parent && parent.Author.UserId != account.Self.UserId && parent.Author.UserId != post.Author.UserId
        && Tokenizer.Split(post.Text) is [{ Kind: TokenKind.Handle } first, ..]
        && !string.Equals(first.Text, account.Self.Handle, StringComparison.OrdinalIgnoreCase);
}
