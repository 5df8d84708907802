using System.Diagnostics;
using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Posting;

/// <summary>Writes down what became of an attempt, in one transaction with the mention and the journal.</summary>
internal sealed class Outcomes(Database database, Journal journal, Withdrawals withdrawals, HeldReplies held, Bell bell, TimeProvider clock)
{
    // Keys or credit are mended by people; trying again this often does no harm.
    private static readonly TimeSpan HaltPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UnreachablePause = TimeSpan.FromSeconds(15);

    public async Task RecordAsync(OutboxItem item, PostOutcome outcome, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async session =>
            {
                await RecordAsync(session, item, outcome);
                Walk.Reached("posting.recording", item.Id);
                return true;
            },
            cancellationToken);
        Walk.Reached("posting.recorded", item.Id);
        bell.Ring(Topic.Mentions);
    }

    private Task RecordAsync(Session session, OutboxItem item, PostOutcome outcome) => outcome switch
    {
        PostOutcome.Posted(var postId) => SentAsync(session, item, postId, "sent"),
        PostOutcome.RateLimited(var until) => HoldAsync(session, item, until, $"X asked us to pause posting until {until:t} UTC. Approved replies wait and go out by themselves."),
        PostOutcome.Unreachable(var reason) => HoldAsync(session, item, clock.GetUtcNow() + UnreachablePause, reason),
        PostOutcome.Halted(var reason, var until) => HoldAsync(session, item, EndOfHalt(until), reason),
        PostOutcome.Refused(RefusalKind.TargetGone, var reason) => TargetGoneAsync(session, item, reason),
        // The same words were said before: perhaps by this very reply, whose answer was lost. The timeline knows.
        PostOutcome.Refused(RefusalKind.Duplicate, var reason) => UnclearAsync(session, item, reason),
        PostOutcome.Refused(_, var reason) => EndAsync(session, item, "refused", reason),
        PostOutcome.Unclear(var reason) => UnclearAsync(session, item, reason),
        _ => throw new UnreachableException(),
    };

    /// <summary>It is public. True whatever we believed meanwhile, unless it was noted already.</summary>
    public async Task SentAsync(Session session, OutboxItem item, string postId, string what)
    {
        var noted = await session.ExecuteAsync(
            """
            UPDATE reply SET state = 'sent', state_since = @now, post_id = @postId, problem = NULL
            WHERE id = @Id AND state IN ('sending', 'unclear', 'needs-attention')
            """,
            new { item.Id, postId, now = clock.Milliseconds() }) == 1;
        if (!noted)
            return;
        await MoveAsync(session, item, MentionState.Answered, what, $"post {postId}");
        await WordingWorth.NoteSentAsync(session, item.Id);
        await Promises.NoteSentAsync(session, item.Id, journal, clock);
        await session.ExecuteAsync(
            "UPDATE mention SET typed_text = NULL, typed_by = NULL, typed_at = NULL, typed_picture = NULL, typed_alt_text = NULL WHERE id = @MentionId",
            new { item.MentionId });
        await session.ExecuteAsync("DELETE FROM proposal WHERE mention_id = @MentionId", new { item.MentionId });
        await NoteAccountAsync(session, item, 0, null);
        await Said.RepliesAsync(session, item.MentionId);
    }

    /// <summary>An earlier reply to the same mention, given up as lost, turned out to be public: this one must not follow it.</summary>
    public async Task RecordForerunnerAsync(OutboxItem item, string postId, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "UPDATE reply SET state = 'voided', state_since = @now, problem = 'The reply before this one turned out to be public.' WHERE id = @Id AND state = 'sending'",
                    new { item.Id, now = clock.Milliseconds() });
                var forerunner = await session.FirstOrDefaultAsync<string>(
                    """
                    UPDATE reply SET state = 'sent', state_since = @now, post_id = @postId, problem = NULL
                    WHERE id = (SELECT id FROM reply WHERE mention_id = @MentionId AND state = 'needs-attention' ORDER BY approved_at DESC LIMIT 1)
                    RETURNING id
                    """,
                    new { item.MentionId, postId, now = clock.Milliseconds() });
                await MoveAsync(session, item, MentionState.Answered, "found-sent", $"post {postId}, from the attempt before");
                if (forerunner is not null)
                    await Promises.NoteSentAsync(session, forerunner, journal, clock);
                await Said.RepliesAsync(session, item.MentionId);
                return true;
            },
            cancellationToken);
        bell.Ring(Topic.Mentions);
    }

    /// <summary>Nothing was posted; the approval stands and the whole account pauses.</summary>
    private async Task HoldAsync(Session session, OutboxItem item, DateTimeOffset until, string problem)
    {
        // The conversation's row first, as for whoever raises its version: they see this reply held, or it sees that the talk moved on.
        await session.ExecuteAsync("UPDATE conversation SET version = version WHERE id = (SELECT conversation_id FROM reply WHERE id = @Id)", new { item.Id });
        await session.ExecuteAsync(
            "UPDATE reply SET state = 'held', state_since = @now, problem = @problem WHERE id = @Id AND state = 'sending' AND attempted_at = @AttemptedAt",
            new { item.Id, item.AttemptedAt, problem, now = clock.Milliseconds() });
        await journal.AppendAsync(session, Journal.Engine, item.MentionId, "put-off", MentionState.Answering, MentionState.Answering, problem);
        await NoteAccountAsync(session, item, until.ToUnixTimeMilliseconds(), problem);
        await VoidIfMovedOnAsync(session, item);
        await LeaveAloneAsync(session, item);
    }

    /// <summary>They may have written while the reply was in flight: once it is held again, the rule for held replies applies to it.</summary>
    private async Task VoidIfMovedOnAsync(Session session, OutboxItem item)
    {
        var conversationId = await session.FirstOrDefaultAsync<string>("SELECT conversation_id FROM reply WHERE id = @Id", new { item.Id });
        await held.VoidAsync(session, conversationId!, "the conversation moved on before the reply left");
    }

    /// <summary>X names the next billing cycle; somebody may add credit long before it.</summary>
    public DateTimeOffset EndOfHalt(DateTimeOffset? until)
    {
        var latest = clock.GetUtcNow() + HaltPause;
        return until < latest ? until.Value : latest;
    }

    private async Task UnclearAsync(Session session, OutboxItem item, string problem)
    {
        var noted = await session.ExecuteAsync(
            "UPDATE reply SET state = 'unclear', state_since = @now, problem = @problem WHERE id = @Id AND state = 'sending' AND attempted_at = @AttemptedAt",
            new { item.Id, item.AttemptedAt, problem, now = clock.Milliseconds() }) == 1;
        if (noted)
            await journal.AppendAsync(session, Journal.Engine, item.MentionId, "unclear", MentionState.Answering, MentionState.Answering, problem);
    }

    private async Task TargetGoneAsync(Session session, OutboxItem item, string problem)
    {
        await EndAsync(session, item, "refused", problem);
        await withdrawals.BecauseDeletedAsync(session, item.MentionId);
    }

    /// <summary>No reply came of it and none will by itself; a person looks.</summary>
    public async Task EndAsync(Session session, OutboxItem item, string state, string problem)
    {
        var ended = await session.ExecuteAsync(
            "UPDATE reply SET state = @state, state_since = @now, problem = @problem WHERE id = @Id AND state IN ('sending', 'unclear')",
            new { item.Id, state, problem, now = clock.Milliseconds() }) == 1;
        if (ended)
            await GiveBackAsync(session, item, state, problem);
    }

    /// <summary>Its picture cannot be had, and without it the reply is not what was approved: it never left, and a person looks.</summary>
    public async Task EndUnsentAsync(Session session, OutboxItem item, string problem)
    {
        var ended = await session.ExecuteAsync(
            "UPDATE reply SET state = 'refused', state_since = @now, problem = @problem WHERE id = @Id AND state = 'held'",
            new { item.Id, problem, now = clock.Milliseconds() }) == 1;
        if (ended)
            await GiveBackAsync(session, item, "refused", problem);
    }

    private async Task GiveBackAsync(Session session, OutboxItem item, string state, string problem)
    {
        await session.ExecuteAsync(
            """
            UPDATE mention SET typed_text = @Text, typed_by = (SELECT approved_by FROM reply WHERE id = @Id), typed_at = @now,
                typed_picture = (SELECT picture FROM reply WHERE id = @Id), typed_alt_text = (SELECT alt_text FROM reply WHERE id = @Id)
            WHERE id = @MentionId
            """,
            new { item.Id, item.MentionId, item.Text, now = clock.Milliseconds() });
        await MoveAsync(session, item, MentionState.NeedsAttention, state, problem);
        await LeaveAloneAsync(session, item);
    }

    /// <summary>They may have asked us to stop while it was on its way; then nobody is to answer any more.</summary>
    private async Task LeaveAloneAsync(Session session, OutboxItem item)
    {
        if (await session.FirstOrDefaultAsync<string>("SELECT id FROM talker WHERE opted_out_at IS NOT NULL AND id = (SELECT talker_id FROM mention WHERE id = @MentionId)", new { item.MentionId }) is { } talkerId)
            await withdrawals.BecauseAskedToStopAsync(session, talkerId);
    }

    private async Task MoveAsync(Session session, OutboxItem item, MentionState to, string what, string why)
    {
        var from = Words.Parse<MentionState>((await session.FirstOrDefaultAsync<string>("SELECT state FROM mention WHERE id = @MentionId", new { item.MentionId }))!);
        await session.ExecuteAsync(
            "UPDATE mention SET state = @to, state_since = @now WHERE id = @MentionId",
            new { item.MentionId, to = Words.Of(to), now = clock.Milliseconds() });
        await journal.AppendAsync(session, Journal.Engine, item.MentionId, what, from, to, why);
    }

    public Task NoteAccountAsync(Session session, OutboxItem item, long postAfter, string? problem) =>
        session.ExecuteAsync(
            """
            UPDATE account SET post_after = @postAfter,
                posting_problem_since = CASE WHEN @problem IS NULL THEN NULL ELSE COALESCE(posting_problem_since, @now) END, posting_problem = @problem
            WHERE id = @accountId
            """,
            new { accountId = item.Account.Id, postAfter, problem, now = clock.Milliseconds() });
}
