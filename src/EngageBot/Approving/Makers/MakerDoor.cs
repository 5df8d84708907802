using System.Text;
using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.People;
using EngageBot.Storage;

namespace EngageBot.Approving.Makers;

/// <summary>
/// The maker's side of a question: whoever has the link sees it and answers it once. Their words become a draft wherever
/// somebody still waits; a person approves it like any other.
/// </summary>
internal sealed partial class MakerDoor(Database database, Redrafting redrafting, Journal journal, Bell bell, TimeProvider clock, ILogger<MakerDoor> logger)
{
    public const int Longest = 1000;

    /// <summary>Null when the link leads nowhere: it never did, its time is over, or the question was taken back.</summary>
    public Task<MakerVisit?> OpenAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(async session => await FindAsync(session, key) is { } question ? await VisitAsync(session, question) : null, cancellationToken);

    /// <summary>Takes the answer; of two that come at once one counts.</summary>
    public async Task<MakerAnswer> AnswerAsync(string key, string words, string firstName, bool consent, CancellationToken cancellationToken)
    {
        var (tidy, name) = (Clean(words), MakerNames.Tidy(firstName));
        if (Objection(tidy, name) is { } objection)
            return new MakerAnswer.NotTaken(objection);
        var question = await database.WriteAsync(
            async session =>
            {
                if (await FindAsync(session, key) is not { State: MakerState.Open } open || open.IsOver(clock.GetUtcNow()))
                    return null;
                var taken = await session.ExecuteAsync(
                    """
                    UPDATE maker_question SET state = 'answered', closed_at = @now, first_name = @name, words = @tidy, consent = @consent
                    WHERE id = @Id AND state = 'open'
                    """,
                    new { open.Id, tidy, name, consent = consent ? 1L : 0L, now = clock.Milliseconds() }) == 1;
                if (!taken)
                    return null;
                var answered = open with { FirstName = name };
                foreach (var asked in open.Asked)
                    await TellAsync(session, asked.MentionId, answered.Signature);
                return answered;
            },
            cancellationToken);
        if (question is null)
            return new MakerAnswer.Closed();
        LogAnswered(question.Id);
        bell.Ring(Topic.Mentions);
        return new MakerAnswer.Taken();
    }

    private async Task TellAsync(Session session, string mentionId, string signature)
    {
        if (await Standing.OfAsync(session, mentionId) is not { } mention)
            return;
        await journal.AppendAsync(session, signature, mentionId, "maker-answered", mention.State, mention.State);
        await WakeAsync(session, mention, signature);
        await redrafting.RedraftAsync(session, mentionId);
        // what was promised there is told by the mention that they wrote since
        var later = await session.QueryAsync<string>(
            """
            SELECT id FROM mention WHERE conversation_id = @ConversationId AND id <> @mentionId AND state IN ('waiting', 'snoozed')
              AND EXISTS (SELECT 1 FROM promise WHERE promise.mention_id = @mentionId AND promise.state = 'open')
            """,
            new { mention.ConversationId, mentionId });
        foreach (var id in later)
            await redrafting.RedraftAsync(session, id);
    }

    /// <summary>Whoever put it aside waited for just this.</summary>
    private async Task WakeAsync(Session session, Standing mention, string signature)
    {
        if (mention.State != MentionState.Snoozed)
            return;
        var woken = await session.ExecuteAsync(
            "UPDATE mention SET state = 'waiting', state_since = @now, snoozed_until = NULL WHERE id = @Id AND state = 'snoozed'", new { mention.Id, now = clock.Milliseconds() }) == 1;
        if (woken)
            await journal.AppendAsync(session, Journal.Engine, mention.Id, "woken", MentionState.Snoozed, MentionState.Waiting, $"{signature} answered");
    }

    private static async Task<MakerQuestion?> FindAsync(Session session, string key) =>
        key.Length is 0 or > 100 || await session.FirstOrDefaultAsync<string>("SELECT question_id FROM maker_link WHERE hash = @hash", new { hash = Secret.Hash(key) }) is not { } id
            ? null
            : await MakerRow.OneAsync(session, id);

    private async Task<MakerVisit?> VisitAsync(Session session, MakerQuestion question)
    {
        if (question is not { State: MakerState.Answered } && (question.State != MakerState.Open || question.Asked.Count == 0))
            return new MakerVisit(question with { Asked = [], Note = "", State = MakerState.Gone }, "", false);
        if (question.IsOver(clock.GetUtcNow()))
            return new MakerVisit(question with { Asked = [], Note = "" }, "", false);
        var house = question.Asked is [var first, ..]
            ? await session.FirstOrDefaultAsync<string>("SELECT account.name FROM account JOIN mention ON mention.account_id = account.id WHERE mention.id = @MentionId", new { first.MentionId })
            : null;
        var owed = question.Asked.Count > 0 && await session.FirstOrDefaultAsync<long>(
            "SELECT COUNT(*) FROM promise JOIN asked_about ON asked_about.mention_id = promise.mention_id WHERE asked_about.question_id = @Id AND promise.state = 'open'", new { question.Id }) > 0;
        return new MakerVisit(question, house ?? "", owed);
    }

    /// <summary>As typed on any phone: line ends of one kind, nothing that no eye can see.</summary>
    private static string Clean(string words)
    {
        var clean = new StringBuilder();
        foreach (var rune in words.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' || !Rune.IsControl(rune))
                clean.Append(rune);
        return clean.ToString().Trim();
    }

    private static string? Objection(string words, string name) =>
        words.Length == 0 ? "There are no words yet. A sentence is enough."
        : words.Length > Longest ? $"That is wonderful and too long: {words.Length} characters. {Longest} fit; two or three sentences are best."
        : MakerNames.Objection(name);

    [LoggerMessage(LogLevel.Information, "Maker question {QuestionId} was answered")]
    private partial void LogAnswered(string questionId);
}

/// <summary>What a link shows.</summary>
/// <param name="House">Who asks, as followers know them.</param>
/// <param name="Owed">We have promised an answer.</param>
public sealed record MakerVisit(MakerQuestion Question, string House, bool Owed);

/// <summary>What came of an answer.</summary>
public abstract record MakerAnswer
{
    private MakerAnswer()
    {
    }

    /// <summary>Thank you.</summary>
    public sealed record Taken : MakerAnswer;

    /// <summary>It can be sent once more.</summary>
    public sealed record NotTaken(string Why) : MakerAnswer;

    /// <summary>Answered before, taken back, over or gone: opening the link again tells which.</summary>
    public sealed record Closed : MakerAnswer;
}
