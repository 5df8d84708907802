using EngageBot.Storage;

namespace EngageBot.Learning;

/// <summary>Follows the chosen version and fits anew in the background, until the host stops.</summary>
internal sealed partial class LearningService(LiveHeads live, Refits refits, Bell bell, TimeProvider clock, ILogger<LearningService> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    /// <summary>The first mention after a start is read with what was learned before.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(live.FollowAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rings = Task.WhenAny(bell.Next(Topic.Mentions), bell.Next(Topic.Reading));
            await TryAsync(live.FollowAsync, stoppingToken);
            await TryAsync(refits.TryAsync, stoppingToken);
            await Task.WhenAny(rings, Task.Delay(Patience, clock, stoppingToken));
            // a choice is followed at once; lessons may gather
            if (!bell.Next(Topic.Reading).IsCompleted)
                await Task.WhenAny(bell.Next(Topic.Reading), Task.Delay(Breath, clock, stoppingToken));
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogTrouble(StorageTrouble.Explain(exception) ?? exception.Message, exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Learning from people stumbled and goes on: {Why}")]
    private partial void LogTrouble(string why, Exception exception);
}
