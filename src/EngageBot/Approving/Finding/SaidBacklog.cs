using EngageBot.Conversing;
using EngageBot.Storage;

namespace EngageBot.Approving.Finding;

/// <summary>Takes up what was said before the search knew of it, the latest first, a little at a time; then it rests for good.</summary>
internal sealed partial class SaidBacklog(Database database, TimeProvider clock, ILogger<SaidBacklog> logger) : BackgroundService
{
    private const int Batch = 100;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Breath;
            try
            {
                if (await TakeUpAsync(stoppingToken) == 0)
                    return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogTrouble(exception);
                pause = Pause;
            }
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    /// <summary>How many mentions can be found from now on.</summary>
    public Task<int> TakeUpAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var ids = await session.QueryAsync<string>("SELECT mention_id FROM said_backlog ORDER BY posted_at DESC LIMIT @Batch", new { Batch = (long)Batch });
            foreach (var mentionId in ids)
            {
                // taken off first: whoever withdraws it at the same moment waits for us, or we for them
                if (await session.ExecuteAsync("DELETE FROM said_backlog WHERE mention_id = @mentionId", new { mentionId }) == 1)
                    await Said.EverythingAsync(session, mentionId);
            }
            return ids.Count;
        },
        cancellationToken);

    [LoggerMessage(LogLevel.Error, "Old mentions could not be made findable, trying again soon")]
    private partial void LogTrouble(Exception exception);
}
