using System.Diagnostics;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Storage;

namespace EngageBot.Listening;

/// <summary>Learns from the network whose keys were configured, asking until it answers. Everything that acts for an account waits for this.</summary>
internal sealed partial class OwnAccounts(INetwork network, AccountStore store, TimeProvider clock, ILogger<OwnAccounts> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private readonly TaskCompletionSource<IReadOnlyList<Account>> known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What keeps us from knowing the accounts, for desk and health; null when all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>Ends when the network has named every configured account.</summary>
    public Task<IReadOnlyList<Account>> WhenKnownAsync(CancellationToken cancellationToken) => known.Task.WaitAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                if (await AskAsync(stoppingToken))
                    return;
            }
            catch (Exception exception) when (StorageTrouble.Explain(exception) is { } why)
            {
                Problem = why;
            }
            LogUnknown(Problem!);
            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var outcomes = await network.OwnAccountsAsync(cancellationToken);
        Problem = outcomes.Select(ProblemOf).FirstOrDefault(problem => problem is not null);
        if (Problem is not null)
            return false;
        var accounts = new List<Account>();
        foreach (var outcome in outcomes.OfType<ReadOutcome<Person>.Read>())
            accounts.Add(await store.EnsureAsync(network.Name, outcome.Value, cancellationToken));
        known.TrySetResult(accounts);
        return true;
    }

    private static string? ProblemOf(ReadOutcome<Person> outcome) => outcome switch
    {
        ReadOutcome<Person>.Read => null,
        ReadOutcome<Person>.RateLimited(var until) => $"X asks us to wait until {until:t} before it says whose keys these are.",
        ReadOutcome<Person>.Failed(var reason) => reason,
        ReadOutcome<Person>.Halted(var reason, _) => reason,
        _ => throw new UnreachableException(),
    };

    [LoggerMessage(LogLevel.Warning, "The accounts are not known yet, asking again soon: {Problem}")]
    private partial void LogUnknown(string problem);
}
