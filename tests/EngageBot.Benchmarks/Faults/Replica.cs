namespace EngageBot.Benchmarks.Faults;

/// <summary>Keeps one copy of the program running, as a service manager does: whatever ends it, it is started again.</summary>
internal sealed class Replica(Func<BotProcess> start, Deaths deaths)
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

    /// <summary>The last lines of its present life.</summary>
    public IEnumerable<string> LastWords => process?.LastWords ?? [];

    public int? ProcessId => process?.Id;

    /// <summary>Ends when the desk opened for the first time.</summary>
    public Task Opened => opened.Task;

    public async Task KeepRunningAsync()
    {
        while (!isOver)
        {
            using var life = start();
            process = life;
            Desk = await life.DeskAsync();
            var hadOpened = Desk is not null;
            opened.TrySetResult();
            await life.Ended;
            Desk = null;
            process = null;
            Judge(life, hadOpened);
            if (!isOver)
                await Task.Delay(Breath, TimeProvider.System);
        }
    }

    /// <summary>False when it was down already.</summary>
    public bool Kill()
    {
        if (process is not { } alive)
            return false;
        alive.Kill();
        return true;
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
        if (life.DiedAt is { } step)
            deaths.Struck(step);
        else if (life.WasEnded)
            return;
        else if (!hadOpened)
            FalseStarts++;
        else
            Crashes.Add(string.Join('\n', life.LastWords.TakeLast(20)));
    }
}
