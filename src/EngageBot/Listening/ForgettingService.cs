using EngageBot.Conversing;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>Every few minutes: the words of those who asked us to stop go, and what is gone goes from the log of the database and from its backups, too.</summary>
internal sealed partial class ForgettingService(Database database, Withdrawals withdrawals, BackupShelf backups, Bell bell, TimeProvider clock, ILogger<ForgettingService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(10);

    // Words that nobody took back to a talk that is long over.
    private static readonly TimeSpan Unmissed = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogPutOff(StorageTrouble.Explain(exception) ?? exception.Message);
            }
            await Task.Delay(Pace, clock, stoppingToken);
        }
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (await database.WriteAsync(withdrawals.ForgetStoppedAsync, cancellationToken) > 0)
            bell.Ring(Topic.Mentions);
        await ForgetUnmissedAsync(cancellationToken);
        if (!database.Options.IsSqlite)
            return;
        // the write-ahead log keeps pages as they were until it is begun anew
        await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken);
        await backups.CleanAsync(cancellationToken);
    }

    private Task<int> ForgetUnmissedAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "DELETE FROM set_aside WHERE at < @before AND mention_id IN (SELECT id FROM mention WHERE state IN ('answered', 'answered-elsewhere', 'let-be'))",
                new { before = (clock.GetUtcNow() - Unmissed).ToUnixTimeMilliseconds() }),
            cancellationToken);

    [LoggerMessage(LogLevel.Warning, "Forgetting is put off: {Problem}")]
    private partial void LogPutOff(string problem);
}
