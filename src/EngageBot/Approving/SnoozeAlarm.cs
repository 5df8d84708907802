using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Brings snoozed mentions back when their time has come.</summary>
internal sealed partial class SnoozeAlarm(Database database, Journal journal, Bell bell, TimeProvider clock, ILogger<SnoozeAlarm> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WakeDueAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogTrouble(StorageTrouble.Explain(exception) ?? exception.Message, exception);
            }
            await Task.Delay(Pace, clock, stoppingToken);
        }
    }

    /// <summary>How many came back.</summary>
    public async Task<int> WakeDueAsync(CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(
            session => session.QueryAsync<string>("SELECT id FROM mention WHERE state = 'snoozed' AND snoozed_until <= @now", new { now = clock.Milliseconds() }),
            cancellationToken);
        foreach (var mentionId in due)
            await database.WriteAsync(session => WakeAsync(session, mentionId), cancellationToken);
        if (due.Count > 0)
            bell.Ring(Topic.Mentions);
        return due.Count;
    }

    private async Task<bool> WakeAsync(Session session, string mentionId)
    {
        var woken = await session.ExecuteAsync(
            """
            UPDATE mention SET state = 'waiting', state_since = @now, snoozed_until = NULL
            WHERE id = @mentionId AND state = 'snoozed' AND snoozed_until <= @now
            """,
            new { mentionId, now = clock.Milliseconds() }) == 1;
        if (woken)
            await journal.AppendAsync(session, Journal.Engine, mentionId, "woken", MentionState.Snoozed, MentionState.Waiting);
        return woken;
    }

    [LoggerMessage(LogLevel.Error, "Snoozed mentions could not be woken, trying again soon: {Why}")]
    private partial void LogTrouble(string why, Exception exception);
}
