namespace EngageBot.Benchmarks.Faults;

/// <summary>Keeps one copy of the program running, as a service manager does: whatever ends it, it is started again.</summary>
internal sealed class Replica(Func<string?, BotProcess> start, string? killAt, Tally tally)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BotProcess? process;
    private volatile bool isOver;

    /// <summary>Where its desk is; null while it is down.</summary>
    public Uri? Desk { get; private set; }

    /// <summary>Ends that nobody ordered, with its last words.</summary>
    public List<string> Crashes { get; } = [];

    /// <summary>How often the database would not let it start.</summary>
    public int FalseStarts { get; private set; }

    public int? ProcessId => process?.Id;

    /// <summary>Ends when the desk opened for the first time.</summary>
    public Task Opened => opened.Task;

    public async Task KeepRunningAsync()
    {
        var order = killAt;
        while (!isOver)
        {
            using var life = start(order);
            process = life;
            Desk = await life.DeskAsync();
            var hadOpened = Desk is not null;
            opened.TrySetResult();
            await life.Ended;
            Desk = null;
            process = null;
            Judge(life, hadOpened);
            order = null;
            if (!isOver)
                await Task.Delay(Breath, TimeProvider.System);
        }
    }

    public void Kill(string why)
    {
        if (process is { } alive)
        {
            alive.Kill();
            tally.Hit(why);
        }
    }

    /// <summary>How long it took to end when asked; null when it was down.</summary>
    public async Task<TimeSpan?> StopAsync() => process is { } alive && Desk is not null ? await alive.StopAsync() : null;

    public void EndForGood()
    {
        isOver = true;
        process?.Kill();
    }

    private void Judge(BotProcess life, bool hadOpened)
    {
        if (life.WasEnded)
            return;
        if (life.KillAt is { } step && !life.LastWords.Any(IsTrouble))
            tally.Hit($"killed at {step.Split(':')[0]}");
        else if (!hadOpened)
            FalseStarts++;
        else
            Crashes.Add(string.Join('\n', life.LastWords.TakeLast(20)));
    }

    private static bool IsTrouble(string line) => line.Contains("crit:", StringComparison.Ordinal) || line.Contains("Unhandled exception", StringComparison.Ordinal);
}
