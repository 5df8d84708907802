using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Does the deeds of a plan, each at its moment or as soon after it as it can strike; only what struck is counted.</summary>
internal sealed class Troublemaker(Scene scene, Store store, Outbox outbox, Replica[] replicas, Deaths deaths, Tally tally) : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private readonly StrikingNetwork network = new(scene.Sandbox, tally);
    private readonly CancellationTokenSource tooLate = new();
    private readonly List<Task> under = [];

    public List<string> Flaws { get; } = [];

    /// <summary>Ends when the last deed has begun and the day is over.</summary>
    public async Task DoAsync(IReadOnlyList<Deed> deeds)
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var deed in deeds)
        {
            var wait = TimeSpan.FromMilliseconds(deed.At) - TimeProvider.System.GetElapsedTime(began);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, TimeProvider.System);
            under.Add(DoAsync(deed));
        }
        if (TimeSpan.FromMilliseconds(RunPlan.Length) - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } rest)
            await Task.Delay(rest, TimeProvider.System);
    }

    /// <summary>Something that was planned has not struck yet.</summary>
    public async Task<bool> IsPendingAsync() => under.Exists(deed => !deed.IsCompleted) || deaths.ArePending || await network.IsWaitingAsync();

    /// <summary>All troubles are over; what has not struck by now does not strike any more.</summary>
    public async Task EndAsync()
    {
        await tooLate.CancelAsync();
        await Task.WhenAll(under);
        await network.CalmAsync();
    }

    public void Dispose() => tooLate.Dispose();

    private Task DoAsync(Deed deed) => deed switch
    {
        Deed.Say say => SayAsync(say),
        Deed.Delete(_, var choice) => OnceAsync(() => scene.Followers.Delete(choice), Catalogue.Deleted),
        Deed.AnswerByPhone(_, var choice) => OnceAsync(() => scene.Followers.AnswerByPhone(choice), Catalogue.ByPhone),
        Deed.Strike strike => network.StrikeAsync(strike),
        Deed.Outage(_, var length) => OutageAsync(length),
        Deed.Kill(_, var number) => OnceAsync(replicas[number].Kill, Catalogue.KilledAnywhere),
        Deed.KillWhenPublic => KillWhenPublicAsync(),
        Deed.Restart(_, var number) => RestartAsync(replicas[number], Catalogue.Restarted, () => Task.FromResult(true)),
        Deed.RestartInWindow(_, var number) => RestartAsync(replicas[number], Catalogue.RestartedInWindow, async () => await outbox.CountAsync("held") > 0),
        Deed.LoseSignIn lose => LoseSignInAsync(lose),
        Deed.Jump(_, var number, var minutes, var length) => JumpAsync(number, minutes, length),
        Deed.Lock(_, var length) => ComesAsync(async () => await SqliteTrouble.LockAsync(scene.Storage, length), Catalogue.Locked),
        Deed.FillDisk(_, var length) => FillDiskAsync(replicas[0], length),
        Deed.Cut => CutAsync(),
        _ => throw new UnreachableException(),
    };

    private Task SayAsync(Deed.Say say)
    {
        scene.Followers.Say(say);
        tally.Hit(Catalogue.ShownLate, say.LateSeconds > 0 ? 1 : 0);
        return Task.CompletedTask;
    }

    /// <summary>Waits for the first moment in which it strikes.</summary>
    private async Task<bool> ComesAsync(Func<Task<bool>> strikes, string? name = null)
    {
        while (!await strikes())
        {
            if (tooLate.IsCancellationRequested)
                return false;
            await Task.Delay(Glance, TimeProvider.System);
        }
        tally.Hit(name ?? "", name is null ? 0 : 1);
        return true;
    }

    private Task<bool> OnceAsync(Func<bool> strikes, string? name = null) => ComesAsync(() => Task.FromResult(strikes()), name);

    /// <summary>An hour passes meanwhile, and the program tries at least once.</summary>
    private async Task OutageAsync(int length)
    {
        var outage = await network.VanishAsync();
        var began = scene.Time.Ahead;
        scene.Time.Turn(Hour.TotalMilliseconds / length, TimeSpan.Zero);
        while (scene.Time.Ahead - began < Hour)
            await Task.Delay(Glance, TimeProvider.System);
        scene.Time.Turn(Run.Pace, TimeSpan.Zero);
        await ComesAsync(() => network.HasStruckAsync(outage), Catalogue.HourOut);
        await network.ComeBackAsync(outage);
    }

    /// <summary>Nobody outside knows which of several replicas has sent it, so all of them are gone.</summary>
    private async Task KillWhenPublicAsync()
    {
        var armed = 1;
        void Strike(Sandbox.Square.Post post)
        {
            if (scene.Followers.IsOurs(post) && Interlocked.Exchange(ref armed, 0) == 1)
                foreach (var replica in replicas)
                    replica.Kill();
        }
        scene.Sandbox.Square.Posted += Strike;
        await OnceAsync(() => Volatile.Read(ref armed) == 0, Catalogue.KilledWhenPublic);
        scene.Sandbox.Square.Posted -= Strike;
    }

    /// <summary>Whoever asked X to renew is gone before the answer; a person signs the account in again.</summary>
    private async Task LoseSignInAsync(Deed.LoseSignIn lose)
    {
        var armed = 1;
        scene.Sandbox.SignInRenewed += () =>
        {
            if (Interlocked.Exchange(ref armed, 0) == 0)
                return;
            foreach (var replica in replicas)
                replica.Kill();
        };
        await network.StrikeAsync(new Deed.Strike(lose.At, "*", "expired-token", 1));
        await OnceAsync(() => Volatile.Read(ref armed) == 0, Catalogue.LostSignIn);
    }

    private async Task RestartAsync(Replica replica, string name, Func<Task<bool>> isDue)
    {
        TimeSpan? took = null;
        await ComesAsync(async () => await isDue() && (took = await replica.StopAsync()) is not null, name);
        if (took > LongestEnd)
            Flaws.Add(string.Create(CultureInfo.InvariantCulture, $"took {took.Value.TotalSeconds:0.0} s to end"));
    }

    private async Task JumpAsync(int number, int minutes, int length)
    {
        if (!await OnceAsync(() => replicas[number].Desk is not null, Catalogue.Jumped(minutes)))
            return;
        scene.Time.SetError(number, TimeSpan.FromMinutes(minutes));
        await Task.Delay(TimeSpan.FromMilliseconds(length), TimeProvider.System);
        scene.Time.SetError(number, TimeSpan.Zero);
    }

    /// <summary>Until the program has complained of it.</summary>
    private async Task FillDiskAsync(Replica replica, int length)
    {
        if (!await OnceAsync(() => replica.Desk is not null) || replica.ProcessId is not { } process)
            return;
        await SqliteTrouble.FillDiskAsync(scene.Storage, process);
        await Task.Delay(TimeSpan.FromMilliseconds(length), TimeProvider.System);
        await OnceAsync(() => replica.LastWords.Any(line => line.Contains("disk", StringComparison.OrdinalIgnoreCase)), Catalogue.DiskFull);
        await SqliteTrouble.FreeDiskAsync(process);
    }

    private async Task CutAsync()
    {
        if (await OnceAsync(() => replicas.Any(replica => replica.Desk is not null), Catalogue.CutOff))
            await store.OnServerAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(scene.Storage.ConnectionString).Database}'");
    }
}
