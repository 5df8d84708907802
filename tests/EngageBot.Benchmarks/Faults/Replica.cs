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

    /// <summary>It is to end at a step that it has not come to yet.</summary>
    public bool IsToBeKilled => killAt is not null && process is { KillAt: not null };

    /// <summary>The last lines of its present life.</summary>
    public IEnumerable<string> LastWords => process?.LastWords ?? [];

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
            if (Judge(life, hadOpened))
                order = null;
            if (!isOver)
                await Task.Delay(Breath, TimeProvider.System);
        }
    }

    public void Kill(string? why = null)
    {
        if (process is { } alive)
        {
            alive.Kill();
            if (why is not null)
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

    /// <summary>True when it ended as it was ordered to.</summary>
    private bool Judge(BotProcess life, bool hadOpened)
    {
        if (life.WasEnded)
            return false;
        if (life.KillAt is { } step && !life.LastWords.Any(IsTrouble))
        {
            tally.Hit(Catalogue.KilledAt(step.Split(':')[0]));
            return true;
        }
        if (!hadOpened)
            FalseStarts++;
        else
            Crashes.Add(string.Join('\n', life.LastWords.TakeLast(20)));
        return false;
    }

    private static bool IsTrouble(string line) => line.Contains("crit:", StringComparison.Ordinal) || line.Contains("Unhandled exception", StringComparison.Ordinal);
}
