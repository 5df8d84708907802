using EngageBot.Sandbox.Hosting;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Whoever keeps the house: when the program says that a sign-in is lost, signs the account in again and starts the program with it.</summary>
internal sealed class Owner(SandboxHost sandbox, Tally tally)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>What the program is to be started with.</summary>
    public SandboxKeys Keys { get; private set; } = sandbox.Keys;

    public async Task CareAsync(Replica[] replicas, CancellationToken until)
    {
        var heard = new HashSet<int?>();
        while (!until.IsCancellationRequested)
        {
            var calls = replicas
                .Where(replica => replica.LastWords.Any(line => line.Contains("Sign it in again", StringComparison.Ordinal)))
                .Select(replica => replica.ProcessId).ToList();
            if (calls.Except(heard).Any())
            {
                heard.UnionWith(calls);
                Keys = sandbox.SignInAgain();
                tally.Hit("signed in again by a person");
            }
            if (calls.Count > 0)
                await Task.WhenAll(replicas.Select(replica => replica.StopAsync()));
            await Task.Delay(Glance, TimeProvider.System, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
