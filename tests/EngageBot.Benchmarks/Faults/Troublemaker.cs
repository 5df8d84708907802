using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EngageBot.Benchmarks.Faults;

/// <summary>Does the deeds of a plan, each at its moment.</summary>
internal sealed class Troublemaker(Scene scene, Store store, Replica[] replicas, Tally tally)
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(6);
    private readonly StrikingNetwork network = new(scene.Sandbox, tally);
    private readonly List<Task> under = [];

    public List<string> Flaws { get; } = [];

    /// <summary>Ends when the last deed has begun.</summary>
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
    }

    /// <summary>All troubles are over.</summary>
    public async Task EndAsync()
    {
        await Task.WhenAll(under);
        await network.CalmAsync();
    }

    private Task DoAsync(Deed deed) => deed switch
    {
        Deed.Say say => Simply(() => scene.Followers.Say(say), say.LateSeconds > 0 ? "a mention shown late" : null),
        Deed.Delete(_, var choice) => Simply(() => scene.Followers.Delete(choice), "a mention deleted"),
        Deed.AnswerByPhone(_, var choice) => Simply(() => scene.Followers.AnswerByPhone(choice), "answered by phone"),
        Deed.Strike strike => network.StrikeAsync(strike),
        Deed.Outage(_, var length) => OutageAsync(length),
        Deed.Kill(_, var number) => Simply(() => replicas[number].Kill("killed at a random instant")),
        Deed.KillWhenPublic(_, var number) => Simply(() => KillWhenPublic(replicas[number])),
        Deed.Restart(_, var number) => RestartAsync(replicas[number]),
        Deed.Jump(_, var number, var minutes, var length) => JumpAsync(number, minutes, length),
        Deed.Lock(_, var length) => Counted("the database locked", SqliteTrouble.LockAsync(scene.Storage, length)),
        Deed.FillDisk(_, var length) => replicas[0].ProcessId is { } id ? Counted("the disk full", SqliteTrouble.FillDiskAsync(scene.Storage, id, length)) : Task.CompletedTask,
        Deed.Cut => Counted("every PostgreSQL connection cut", store.OnServerAsync(
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

    /// <summary>An hour passes meanwhile, more or less.</summary>
    private async Task OutageAsync(int length)
    {
        await network.VanishAsync();
        scene.Time.Turn(Run.Pace * 60, TimeSpan.Zero);
        await Task.Delay(TimeSpan.FromMilliseconds(length), TimeProvider.System);
        scene.Time.Turn(Run.Pace, TimeSpan.Zero);
        await network.CalmAsync();
    }

    private void KillWhenPublic(Replica replica)
    {
        var armed = 1;
        scene.Sandbox.Square.Posted += post =>
        {
            if (scene.Followers.IsOurs(post) && Interlocked.Exchange(ref armed, 0) == 1)
                replica.Kill("killed when the reply was public");
        };
    }

    private async Task RestartAsync(Replica replica)
    {
        if (await replica.StopAsync() is not { } took)
            return;
        tally.Hit("asked to end, and started again");
        if (took > LongestEnd)
            Flaws.Add(string.Create(CultureInfo.InvariantCulture, $"took {took.TotalSeconds:0.0} s to end"));
    }

    private async Task JumpAsync(int number, int minutes, int length)
    {
        tally.Hit(string.Create(CultureInfo.InvariantCulture, $"the clock jumps by {minutes} minutes"));
        scene.Time.SetError(number, TimeSpan.FromMinutes(minutes));
        await Task.Delay(TimeSpan.FromMilliseconds(length), TimeProvider.System);
        scene.Time.SetError(number, TimeSpan.Zero);
    }
}
