using EngageBot.Conversing;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Notices when a promise of ours falls due and was not kept: the journal tells it once, the desk until it is.</summary>
internal sealed partial class PromiseAlarm(Database database, Journal journal, Bell bell, TimeProvider clock, ILogger<PromiseAlarm> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogTrouble(StorageTrouble.Explain(exception) ?? exception.Message, exception);
            }
            await Task.Delay(Pace, clock, stoppingToken);
        }
    }

    /// <summary>How many have become late since the last look.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        // a look costs nobody the right to write
        var due = await database.ReadAsync(
            session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM promise WHERE state = 'open' AND due_at < @now AND late_at IS NULL", new { now = clock.Milliseconds() }), cancellationToken);
        if (due == 0)
            return 0;
        var late = await database.WriteAsync(session => Promises.NoteLateAsync(session, journal, clock), cancellationToken);
        LogLate(late);
        bell.Ring(Topic.Mentions);
        return late;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} more promises are late: see 'To find out' at the desk")]
    private partial void LogLate(int count);

    [LoggerMessage(LogLevel.Error, "Promises could not be looked at, trying again soon: {Why}")]
    private partial void LogTrouble(string why, Exception exception);
}
