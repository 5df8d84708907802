using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving.Rules;

/// <summary>Whether a reply takes a second person, and who can be that second.</summary>
internal sealed class SecondLook(RuleBook book, VoiceGuard voice)
{
    private const string ViaToken = " via token ";

    /// <summary>Null when one person is enough.</summary>
    public async Task<SecondLookRule?> AskedByAsync(Session session, Standing mention, Approval approval, string approver)
    {
        var rules = await book.OfAsync(session);
        if (!rules.AskForSecond || await RuleBook.ApproversAsync(session) < 2)
            return null;
        if (rules.SecondForComplaints && mention.Intent == Intent.Complaint)
            return SecondLookRule.Complaint;
        // Without a reason, words that the lint blocks have been stopped before.
        if (rules.SecondForBlockedWords && approval.Reason is not null && await voice.BlocksAsync(session, mention.Id, approval.Text))
            return SecondLookRule.BlockedWords;
        return await IsNewAsync(session, approver, rules.FirstRepliesOfNewcomers) ? SecondLookRule.Newcomer : null;
    }

    /// <summary>Whether both names stand for one person; a program that acts by somebody's token is that person.</summary>
    public static bool SamePerson(string one, string other) => string.Equals(PersonOf(one), PersonOf(other), StringComparison.OrdinalIgnoreCase);

    private static string PersonOf(string actor) => actor.Split(ViaToken)[0];

    private static async Task<bool> IsNewAsync(Session session, string approver, long firstReplies) =>
        firstReplies > 0 && await session.FirstOrDefaultAsync<long>(
            "SELECT COUNT(*) FROM (SELECT id FROM reply WHERE approved_by = @person AND state = 'sent' LIMIT @firstReplies) AS earlier",
            new { person = PersonOf(approver), firstReplies }) < firstReplies;
}

/// <summary>The rule by which a reply takes two people.</summary>
public enum SecondLookRule
{
    /// <summary>It answers a complaint.</summary>
    Complaint,

    /// <summary>The voice lint blocks its words.</summary>
    BlockedWords,

    /// <summary>The first person is new.</summary>
    Newcomer,
}
