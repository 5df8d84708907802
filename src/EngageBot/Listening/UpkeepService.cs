using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

/// <summary>The slower reads beside the mentions: our own timeline every minute, deletions once a day for each mention.</summary>
internal sealed partial class UpkeepService(
    OwnAccounts accounts, OwnTimeline timeline, Rechecks rechecks, Parents parents, TimeProvider clock, IOptions<ListeningOptions> options, ILogger<UpkeepService> logger)
    : BackgroundService
{
    private static readonly TimeSpan ParentPace = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RecheckPace = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = await accounts.WhenKnownAsync(stoppingToken);
        var timelinePace = TimeSpan.FromSeconds(options.Value.OwnTimelineEverySeconds);
        await Task.WhenAll(known.SelectMany(account => new[]
        {
            RepeatAsync(() => timeline.LookAsync(account, stoppingToken), account, timelinePace, stoppingToken),
            RepeatAsync(() => parents.LookAsync(account, stoppingToken), account, ParentPace, stoppingToken),
            RepeatAsync(() => rechecks.LookAsync(account, stoppingToken), account, RecheckPace, stoppingToken),
        }));
    }

    private async Task RepeatAsync(Func<Task<Look>> look, Account account, TimeSpan pace, CancellationToken stoppingToken)
    {
        while (true)
        {
            var pause = pace;
            try
            {
                var outcome = await look();
                if (outcome.Problem is { } problem)
                    LogPutOff(account.Self.Handle, problem);
                if (outcome.WaitFrom(clock.GetUtcNow()) is { } wait && wait > pause)
                    pause = wait;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogPutOff(account.Self.Handle, StorageTrouble.Explain(exception) ?? exception.Message);
            }
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Upkeep for @{Handle} is put off: {Problem}")]
    private partial void LogPutOff(string handle, string problem);
}
