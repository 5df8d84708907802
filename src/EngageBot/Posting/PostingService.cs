using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Posting;

/// <summary>Wakes when something is due, sends it, settles what is unclear.</summary>
internal sealed partial class PostingService(
    Poster poster, Outbox outbox, Settler settler, Bell bell, TimeProvider clock, IOptions<PostingOptions> options, ILogger<PostingService> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SettlePace = TimeSpan.FromSeconds(10);

    private readonly DateTimeOffset started = clock.GetUtcNow();
    private bool hasRecovered;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RepeatAsync(SendDueAsync, stoppingToken), RepeatAsync(SettleAsync, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task> turn, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await turn(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogTrouble(StorageTrouble.Explain(exception) ?? exception.Message, exception);
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }

    private async Task SendDueAsync(CancellationToken stoppingToken)
    {
        var ring = bell.Next(Topic.Outbox);
        while (await poster.SendNextAsync(stoppingToken))
            await Task.Delay(TimeSpan.FromSeconds(options.Value.SecondsBetweenReplies), clock, stoppingToken);
        await Task.WhenAny(ring, Task.Delay(await UntilNextAsync(stoppingToken), clock, stoppingToken));
    }

    /// <summary>Until the end of the next undo window, but not so short that a paused account makes us spin.</summary>
    private async Task<TimeSpan> UntilNextAsync(CancellationToken stoppingToken)
    {
        var wait = await outbox.NextDueAsync(stoppingToken) - clock.GetUtcNow() ?? Patience;
        return wait > Patience ? Patience : wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1);
    }

    private async Task SettleAsync(CancellationToken stoppingToken)
    {
        if (!hasRecovered)
            await settler.RecoverAsync(started, stoppingToken);
        hasRecovered = true;
        await settler.SettleAsync(stoppingToken);
        await Task.Delay(SettlePace, clock, stoppingToken);
    }

    [LoggerMessage(LogLevel.Error, "Posting stumbled and goes on: {Why}")]
    private partial void LogTrouble(string why, Exception exception);
}
