using EngageBot.Learning;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Moves a mention from one state to another, guarded by where it stood, and writes it down.</summary>
internal sealed class Moves(Journal journal, Lessons lessons, TimeProvider clock)
{
    public async Task<Decision> LetBeAsync(Session session, Standing mention, string reason, string person)
    {
        var decision = await MoveAsync(session, mention, MentionState.LetBe, person, "let-be", reason, letBeReason: reason);
        if (decision is Decision.Taken)
            await lessons.NoteLetBeAsync(session, mention.Id, reason, person);
        return decision;
    }

    public Task<Decision> SnoozeAsync(Session session, Standing mention, DateTimeOffset until, string person) =>
        MoveAsync(session, mention, MentionState.Snoozed, person, "snoozed", $"until {until:u}", snoozedUntil: until);

    public Task<Decision> ReopenAsync(Session session, Standing mention, string person) => mention.State switch
    {
        MentionState.LetBe or MentionState.Snoozed or MentionState.AnsweredElsewhere or MentionState.NeedsAttention =>
            MoveAsync(session, mention, MentionState.Waiting, person, "reopened", from: mention.State),
        MentionState.Waiting => Task.FromResult<Decision>(new Decision.Taken(MentionState.Waiting)),
        MentionState.Withdrawn => Task.FromResult<Decision>(new Decision.TooLate("It was deleted, or its author asked us to stop. It cannot come back.")),
        _ => Task.FromResult<Decision>(new Decision.TooLate("It has been answered. The reply is public.")),
    };

    /// <param name="from">The state that is left knowingly; null for any in which a decision is still to be made.</param>
    public async Task<Decision> MoveAsync(
        Session session, Standing mention, MentionState to, string person, string what, string why = "",
        MentionState? from = null, DateTimeOffset? snoozedUntil = null, string? letBeReason = null)
    {
        if (from is null && !mention.IsOpen)
            return await Faster.WhoAsync(session, mention);
        if (to == MentionState.Waiting && await IsClosedToUsAsync(session, mention))
            return new Decision.TooLate("Its author asked us to stop. It cannot come back.");
        var rows = await session.ExecuteAsync(
            """
            UPDATE mention SET state = @to, state_since = @now, snoozed_until = @snoozedUntil, let_be_reason = @letBeReason
            WHERE id = @Id AND state = @state
            """,
            new
            {
                mention.Id,
                state = Words.Of(mention.State),
                to = Words.Of(to),
                now = clock.Milliseconds(),
                snoozedUntil = snoozedUntil?.ToUnixTimeMilliseconds(),
                letBeReason,
            });
        if (rows == 0)
            return await Faster.WhoAsync(session, mention);
        if (to == MentionState.Waiting)
            await Lessons.TakeBackDecisionAsync(session, mention.Id);
        await journal.AppendAsync(session, person, mention.Id, what, mention.State, to, why);
        return new Decision.Taken(to);
    }

    private static async Task<bool> IsClosedToUsAsync(Session session, Standing mention) =>
        await session.FirstOrDefaultAsync<string>(
            "SELECT talker.id FROM talker JOIN mention ON mention.talker_id = talker.id WHERE mention.id = @Id AND opted_out_at IS NOT NULL", new { mention.Id }) is not null;
}
