using System.Data.Common;
using EngageBot.Approving;
using EngageBot.Desk.Translation;
using EngageBot.Listening;
using EngageBot.Storage;

namespace EngageBot.Desk.Shell;

/// <summary>Looks again whenever the bell rings, at most four times a second, for one open desk.</summary>
internal sealed partial class DeskPulse(
    Bell bell, ApprovalQueue queue, AccountStore accounts, OwnAccounts own, Phrases phrases, TimeProvider clock, ILogger<DeskPulse> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    // Ages and the state of the line change without a ring.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource closing = new();
    private Task running = Task.CompletedTask;
    private bool started;

    /// <summary>Something may look different now. Handlers are awaited one after the other.</summary>
    public event Func<Task>? Changed;

    public QueueCounts? Counts { get; private set; }

    public LinePulse Line { get; private set; } = LinePulse.Connecting;

    /// <summary>What keeps the desk from reading its own database; null when all is well.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Begins to beat; later calls change nothing.</summary>
    public void Start()
    {
        if (started)
            return;
        started = true;
        running = BeatAsync(closing.Token);
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var ring = bell.Next(Topic.Mentions);
            try
            {
                await LookAsync(cancellationToken);
                foreach (var handler in Changed?.GetInvocationList().Cast<Func<Task>>() ?? [])
                    await handler();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogTrouble(exception);
            }
            // The breath comes after the look, so that the first ring after a silence is heard at once.
            await Task.Delay(Breath, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.WhenAny(ring, Task.Delay(Patience, clock, cancellationToken));
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            Counts = await queue.CountsAsync(cancellationToken);
            Line = LinePulse.Of(await accounts.AllAsync(cancellationToken), own.Problem, clock.GetUtcNow(), phrases);
            Trouble = null;
        }
        catch (DbException exception)
        {
            Trouble = phrases.Told(StorageTrouble.Explain(exception) ?? exception.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // closing is what ends the beat
        }
        closing.Dispose();
    }

    [LoggerMessage(LogLevel.Error, "An open desk could not look for news, trying again soon")]
    private partial void LogTrouble(Exception exception);
}
