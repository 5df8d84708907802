using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

/// <summary>Keeps listening for every configured account until the host stops; a trouble slows it down, never ends it.</summary>
internal sealed partial class ListeningService(
    OwnAccounts accounts, Listener listener, Bookmarks bookmarks, AccountStore standing, TimeProvider clock,
    IOptions<ListeningOptions> options, ILogger<ListeningService> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = await accounts.WhenKnownAsync(stoppingToken);
        await Task.WhenAll(known.Select(account => ListenAsync(account, stoppingToken)));
    }

    private async Task ListenAsync(Account account, CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(options.Value.FastestSeconds);
        string? problem = null;
        try
        {
            while (true)
            {
                var look = await LookAsync(account, stoppingToken);
                if (look.Problem != problem)
                    await NoteAsync(account, problem = look.Problem, stoppingToken);
                pause = PauseAfter(look, pause);
                await Task.Delay(pause, clock, stoppingToken);
            }
        }
        finally
        {
            await bookmarks.ReleaseAsync(account, CancellationToken.None);
        }
    }

    private async Task<Look> LookAsync(Account account, CancellationToken stoppingToken)
    {
        try
        {
            return await bookmarks.ClaimAsync(account, stoppingToken) ? await listener.LookAsync(account, stoppingToken) : new Look(0, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            LogTrouble(account.Self.Handle, exception);
            return new Look(0, null, StorageTrouble.Explain(exception) ?? $"Listening stumbled: {exception.Message}");
        }
    }

    private TimeSpan PauseAfter(Look look, TimeSpan last)
    {
        var now = clock.GetUtcNow();
        if (look.WaitFrom(now) is { } wait)
            return wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(options.Value.FastestSeconds);
        if (look.Problem is null)
            return Pace.Next(last, look.Fresh > 0, look.Budget, now, options.Value);
        var doubled = last * 2;
        return doubled < LongestPause ? doubled : LongestPause;
    }

    private async Task NoteAsync(Account account, string? problem, CancellationToken stoppingToken)
    {
        if (problem is null)
            LogHearsAgain(account.Self.Handle);
        else
            LogDeaf(account.Self.Handle, problem);
        try
        {
            await standing.NoteListeningAsync(account.Id, problem, stoppingToken);
        }
        catch (Exception exception) when (StorageTrouble.Explain(exception) is not null)
        {
            LogTrouble(account.Self.Handle, exception); // the database is the problem, so it cannot be noted there
        }
    }

    [LoggerMessage(LogLevel.Error, "Listening for @{Handle} stumbled and goes on")]
    private partial void LogTrouble(string handle, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Not hearing mentions of @{Handle}: {Problem}")]
    private partial void LogDeaf(string handle, string problem);

    [LoggerMessage(LogLevel.Information, "Hearing mentions of @{Handle} again")]
    private partial void LogHearsAgain(string handle);
}
