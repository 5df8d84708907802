using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>
/// When what a mention asks about begins, the draft made before withdraws itself: the mention waits on with other words, and a reply that
/// has not left comes back to the desk. Nothing typed by a person is touched.
/// </summary>
internal sealed partial class CurtainCall(Database database, Redrafting redrafting, Journal journal, Bell bell, TimeProvider clock, ILogger<CurtainCall> logger) : BackgroundService
{
    private const string Why = "what it asks about has begun";
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WithdrawDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogTrouble(StorageTrouble.Explain(exception) ?? exception.Message, exception);
            }
            await Task.Delay(Pace, clock, stoppingToken);
        }
    }

    /// <summary>How many drafts and held replies withdrew themselves.</summary>
    public async Task<int> WithdrawDueAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(
            session => session.QueryAsync<string>(
                """
                SELECT id FROM mention WHERE sense_until <= @now
                  AND ((state IN ('waiting', 'snoozed') AND draft_withdrawn_at IS NULL)
                       OR (state = 'answering' AND EXISTS (SELECT 1 FROM reply WHERE reply.mention_id = mention.id AND reply.state = 'held' AND reply.approved_at < mention.sense_until)))
                """,
                new { now = clock.Milliseconds() }),
            cancellationToken);
        var withdrawn = 0;
        foreach (var mentionId in due)
            withdrawn += await database.WriteAsync(session => WithdrawAsync(session, mentionId), cancellationToken) ? 1 : 0;
        if (withdrawn > 0)
            bell.Ring(Topic.Mentions);
        return withdrawn;
    }

    private async Task<bool> WithdrawAsync(Session session, string mentionId)
    {
        var now = clock.Milliseconds();
        var held = await session.FirstOrDefaultAsync<Held>(
            """
            UPDATE reply SET state = 'voided', state_since = @now
            WHERE mention_id = @mentionId AND state = 'held' AND approved_at < (SELECT sense_until FROM mention WHERE id = @mentionId)
            RETURNING text AS Text, approved_by AS ApprovedBy, picture AS Picture, alt_text AS AltText
            """,
            new { mentionId, now });
        if (held is not null)
            await BringBackAsync(session, mentionId, held, now);
        var state = await session.FirstOrDefaultAsync<string>(
            "UPDATE mention SET draft_withdrawn_at = @now WHERE id = @mentionId AND draft_withdrawn_at IS NULL AND state IN ('waiting', 'snoozed') RETURNING state",
            new { mentionId, now });
        if (state is not null && await redrafting.RedraftAsync(session, mentionId) is not null)
            await journal.AppendAsync(session, Journal.Engine, mentionId, "draft-withdrawn", Words.Parse<MentionState>(state), Words.Parse<MentionState>(state), Why);
        return held is not null || state is not null;
    }

    private async Task BringBackAsync(Session session, string mentionId, Held reply, long now)
    {
        await session.ExecuteAsync(
            """
            UPDATE mention SET state = 'waiting', state_since = @now, typed_text = @Text, typed_by = @ApprovedBy, typed_at = @now, typed_picture = @Picture, typed_alt_text = @AltText
            WHERE id = @mentionId AND state = 'answering'
            """,
            new { mentionId, reply.Text, reply.ApprovedBy, reply.Picture, reply.AltText, now });
        await journal.AppendAsync(session, Journal.Engine, mentionId, "voided", MentionState.Answering, MentionState.Waiting, Why);
    }

    private sealed record Held(string Text, string ApprovedBy, string? Picture, string? AltText);

    [LoggerMessage(LogLevel.Error, "Drafts whose sense has passed could not be withdrawn, trying again soon: {Why}")]
    private partial void LogTrouble(string why, Exception exception);
}
