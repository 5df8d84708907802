using EngageBot.Model;
using EngageBot.People;
using EngageBot.Storage;

namespace EngageBot.Approving.Makers;

/// <summary>Our side of a question to somebody who knows: asked, reminded, taken back.</summary>
internal sealed class MakerDesk(Database database, Journal journal, Bell bell, TimeProvider clock)
{
    public const int LongestNote = 500;
    public const int UsualDays = 7;
    public const int MostDays = 30;

    /// <summary>Asks about one mention, or about several that ask the same.</summary>
    public async Task<AskOutcome> AskAsync(MakerRequest request, string person, CancellationToken cancellationToken)
    {
        var asked = request with { Maker = MakerNames.Tidy(request.Maker), Trade = MakerNames.Tidy(request.Trade), Note = request.Note.Trim() };
        if (Objection(asked) is { } objection)
            return new AskOutcome.NotAsked(objection);
        var outcome = await database.WriteAsync(session => AskAsync(session, asked, person), cancellationToken);
        bell.Ring(Topic.Mentions);
        return outcome;
    }

    /// <summary>One more link to an open question, good for as long as the first one was; older ones go on working.</summary>
    public async Task<AskOutcome> RemindAsync(string questionId, string person, CancellationToken cancellationToken)
    {
        var outcome = await database.WriteAsync(
            async session =>
            {
                if (await MakerRow.OneAsync(session, questionId) is not { State: MakerState.Open } question)
                    return new AskOutcome.NotAsked("This question is closed already. Look at it again.");
                var now = clock.GetUtcNow();
                var expires = now + (question.ExpiresAt - (question.RemindedAt ?? question.AskedAt));
                await session.ExecuteAsync(
                    "UPDATE maker_question SET reminded_at = @now, expires_at = @expires WHERE id = @questionId",
                    new { questionId, now = now.ToUnixTimeMilliseconds(), expires = expires.ToUnixTimeMilliseconds() });
                await NoteAsync(session, question, person, "asked-maker", $"reminded {question.Whom}");
                return (AskOutcome)new AskOutcome.Asked(questionId, await LinkAsync(session, questionId), expires, question.Maker);
            },
            cancellationToken);
        bell.Ring(Topic.Mentions);
        return outcome;
    }

    /// <summary>The link leads nowhere any more. False when it was closed before.</summary>
    public async Task<bool> TakeBackAsync(string questionId, string person, CancellationToken cancellationToken)
    {
        var taken = await database.WriteAsync(
            async session =>
            {
                var closed = await session.ExecuteAsync(
                    "UPDATE maker_question SET state = 'taken-back', closed_at = @now WHERE id = @questionId AND state = 'open'", new { questionId, now = clock.Milliseconds() }) == 1;
                if (closed && await MakerRow.OneAsync(session, questionId) is { } question)
                    await NoteAsync(session, question, person, "maker-taken-back", question.Whom);
                return closed;
            },
            cancellationToken);
        if (taken)
            bell.Ring(Topic.Mentions);
        return taken;
    }

    private async Task<AskOutcome> AskAsync(Session session, MakerRequest request, string person)
    {
        var about = request.MentionIds.Distinct().ToList();
        foreach (var mentionId in about)
            if (await WhyNotAsync(session, mentionId) is { } why)
                return new AskOutcome.NotAsked(why);
        var (id, now) = (Ids.New(clock), clock.GetUtcNow());
        var expires = now.AddDays(request.Days);
        await session.ExecuteAsync(
            """
            INSERT INTO maker_question (id, maker, trade, note, asked_by, asked_at, expires_at, state)
            VALUES (@id, @Maker, @Trade, @Note, @person, @now, @expires, 'open')
            """,
            new { id, request.Maker, request.Trade, request.Note, person, now = now.ToUnixTimeMilliseconds(), expires = expires.ToUnixTimeMilliseconds() });
        foreach (var mentionId in about)
            await session.ExecuteAsync("INSERT INTO asked_about (question_id, mention_id) VALUES (@id, @mentionId)", new { id, mentionId });
        var question = (await MakerRow.OneAsync(session, id))!;
        await NoteAsync(session, question, person, "asked-maker", question.Whom);
        return new AskOutcome.Asked(id, await LinkAsync(session, id), expires, question.Maker);
    }

    /// <summary>What nobody waits for any more is asked of nobody.</summary>
    private static async Task<string?> WhyNotAsync(Session session, string mentionId)
    {
        var row = await session.FirstOrDefaultAsync<Asked>(
            """
            SELECT mention.state AS State, mention.unanswered AS Unanswered, (SELECT COUNT(*) FROM promise WHERE promise.mention_id = mention.id AND promise.state = 'open') AS Owed
            FROM mention WHERE mention.id = @mentionId
            """,
            new { mentionId });
        return row switch
        {
            null => "There is no such mention.",
            { State: "withdrawn" } => "It was deleted, or its author asked us to stop. Nobody is asked about it any more.",
            { State: "waiting" or "snoozed" or "needs-attention" } or { Unanswered: 1 } or { Owed: > 0 } => null,
            _ => "It is decided, and nothing is owed. Bring it back first.",
        };
    }

    private async Task<string> LinkAsync(Session session, string questionId)
    {
        var key = Secret.New();
        await session.ExecuteAsync("INSERT INTO maker_link (hash, question_id, made_at) VALUES (@hash, @questionId, @now)", new { hash = Secret.Hash(key), questionId, now = clock.Milliseconds() });
        return $"/maker?key={key}";
    }

    private async Task NoteAsync(Session session, MakerQuestion question, string person, string what, string why)
    {
        foreach (var asked in question.Asked)
            if (await Standing.OfAsync(session, asked.MentionId) is { } mention)
                await journal.AppendAsync(session, person, mention.Id, what, mention.State, mention.State, why);
    }

    private static string? Objection(MakerRequest request) =>
        request.MentionIds.Count is 0 or > 50 ? "Say which mention it is about, fifty at most."
        : MakerNames.Objection(request.Maker) is { } objection ? objection
        : request.Trade.Length > 0 && MakerNames.TradeObjection(request.Trade) is { } odd ? odd
        : request.Note.Length > LongestNote ? $"What you tell the maker is too long; {LongestNote} characters are enough."
        : request.Days is < 1 or > MostDays ? $"A link holds for 1 to {MostDays} days."
        : null;

    private sealed record Asked(string State, long? Unanswered, long Owed);
}

/// <summary>What to ask of whom.</summary>
/// <param name="MentionIds">Mentions that ask the same; one answer serves them all.</param>
/// <param name="Days">How long the link holds.</param>
public sealed record MakerRequest(IReadOnlyList<string> MentionIds, string Maker, string Trade = "", string Note = "", int Days = MakerDesk.UsualDays);

/// <summary>What came of asking.</summary>
public abstract record AskOutcome
{
    private AskOutcome()
    {
    }

    /// <summary>The link is made.</summary>
    /// <param name="Path">Below the desk's address; shown now and never again.</param>
    public sealed record Asked(string QuestionId, string Path, DateTimeOffset ExpiresAt, string Maker) : AskOutcome;

    /// <summary>Nobody was asked.</summary>
    public sealed record NotAsked(string Why) : AskOutcome;
}
