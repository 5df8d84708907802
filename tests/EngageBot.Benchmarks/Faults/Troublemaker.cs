using System.Diagnostics;
using System.Globalization;
using EngageBot.Storage;
using Npgsql;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Does the deeds of a plan, each at its moment.</summary>
internal sealed class Troublemaker(Scene scene, Store store, Database database, Replica[] replicas, Tally tally)
{
    private const int MostLooks = 150;
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private readonly StrikingNetwork network = new(scene.Sandbox, tally);
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
    public async Task<bool> IsPendingAsync() => under.Exists(deed => !deed.IsCompleted) || replicas.Any(replica => replica.IsToBeKilled) || await network.IsWaitingAsync();

    /// <summary>All troubles are over.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(under);
        await network.CalmAsync();
    }

    private Task DoAsync(Deed deed) => deed switch
    {
        Deed.Say say => Simply(() => scene.Followers.Say(say), say.LateSeconds > 0 ? Catalogue.ShownLate : null),
        Deed.Delete(_, var choice) => Simply(() => scene.Followers.Delete(choice), Catalogue.Deleted),
        Deed.AnswerByPhone(_, var choice) => Simply(() => scene.Followers.AnswerByPhone(choice), Catalogue.ByPhone),
        Deed.Strike strike => network.StrikeAsync(strike),
        Deed.Outage(_, var length) => OutageAsync(length),
        Deed.Kill(_, var number) => Simply(() => replicas[number].Kill(Catalogue.KilledAnywhere)),
        Deed.KillWhenPublic(_, var number) => Simply(() => KillWhenPublic(replicas[number])),
        Deed.Restart(_, var number) => RestartAsync(replicas[number], Catalogue.Restarted),
        Deed.RestartInWindow(_, var number) => RestartInWindowAsync(replicas[number]),
        Deed.LoseSignIn lose => LoseSignInAsync(lose),
        Deed.Jump(_, var number, var minutes, var length) => JumpAsync(number, minutes, length),
        Deed.Lock(_, var length) => Counted(Catalogue.Locked, SqliteTrouble.LockAsync(scene.Storage, length)),
        Deed.FillDisk(_, var length) => replicas[0].ProcessId is { } id ? Counted(Catalogue.DiskFull, SqliteTrouble.FillDiskAsync(scene.Storage, id, length)) : Task.CompletedTask,
        Deed.Cut => Counted(Catalogue.CutOff, store.OnServerAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(scene.Storage.ConnectionString).Database}'")),
        _ => throw new UnreachableException(),
    };

    private Task Simply(Action action, string? name = null)
    {
        action();
        tally.Hit(name ?? "", name is null ? 0 : 1);
        return Task.CompletedTask;
    }

    private Task Counted(string name, Task trouble)
    {
        tally.Hit(name);
        return trouble;
    }

    /// <summary>An hour passes meanwhile.</summary>
    private async Task OutageAsync(int length)
    {
        var comeBack = await network.VanishAsync();
        var began = scene.Time.Ahead;
        scene.Time.Turn(Hour.TotalMilliseconds / length, TimeSpan.Zero);
        while (scene.Time.Ahead - began < Hour)
            await Task.Delay(Glance, TimeProvider.System);
        scene.Time.Turn(Run.Pace, TimeSpan.Zero);
        await comeBack();
        tally.Hit(Catalogue.HourOut);
    }

    private void KillWhenPublic(Replica replica)
    {
        var armed = 1;
        scene.Sandbox.Square.Posted += post =>
        {
            if (scene.Followers.IsOurs(post) && Interlocked.Exchange(ref armed, 0) == 1)
                replica.Kill(Catalogue.KilledWhenPublic);
        };
    }

    /// <summary>Whoever asked X to renew is gone before the answer; a person signs the account in again.</summary>
    private Task LoseSignInAsync(Deed.LoseSignIn lose)
    {
        var armed = 1;
        scene.Sandbox.SignInRenewed += () =>
        {
            if (Interlocked.Exchange(ref armed, 0) == 0)
                return;
            tally.Hit(Catalogue.LostSignIn);
            foreach (var replica in replicas)
                replica.Kill();
        };
        return network.StrikeAsync(new Deed.Strike(lose.At, "*", "expired-token", 1));
    }

    private async Task RestartInWindowAsync(Replica replica)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            if (await HeldAsync() > 0)
            {
                await RestartAsync(replica, Catalogue.RestartedInWindow);
                return;
            }
            await Task.Delay(Glance, TimeProvider.System);
        }
    }

    private async Task<long> HeldAsync()
    {
        try
        {
            return await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM reply WHERE state = 'held' AND problem IS NULL"), CancellationToken.None);
        }
        catch (Exception trouble) when (StorageTrouble.Explain(trouble) is not null)
        {
            return 0; // cut off, or locked, for the moment
        }
    }

    private async Task RestartAsync(Replica replica, string name)
    {
        if (await replica.StopAsync() is not { } took)
            return;
        tally.Hit(name);
        if (took > LongestEnd)
            Flaws.Add(string.Create(CultureInfo.InvariantCulture, $"took {took.TotalSeconds:0.0} s to end"));
    }

    private async Task JumpAsync(int number, int minutes, int length)
    {
        tally.Hit(Catalogue.Jumped(minutes));
        scene.Time.SetError(number, TimeSpan.FromMinutes(minutes));
        await Task.Delay(TimeSpan.FromMilliseconds(length), TimeProvider.System);
        scene.Time.SetError(number, TimeSpan.Zero);
    }
}
