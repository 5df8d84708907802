namespace EngageBot.Storage;

/// <summary>
/// Wakes who sleeps until there is something to do. It carries no work: a missed ring costs patience, never a reply.
/// Take <see cref="Next"/> before looking, look, then await it.
/// </summary>
internal sealed class Bell
{
    private readonly TaskCompletionSource[] next = [.. Enum.GetValues<Topic>().Select(_ => NewRing())];

    /// <summary>Lets PostgreSQL tell the other replicas.</summary>
    public event Action<Topic>? RungHere;

    /// <summary>Ends at the next ring for this topic.</summary>
    public Task Next(Topic topic) => Volatile.Read(ref next[(int)topic]).Task;

    /// <summary>Wakes everybody who waits for this topic, here and on other replicas. Call it after the commit.</summary>
    public void Ring(Topic topic)
    {
        RingHere(topic);
        RungHere?.Invoke(topic);
    }

    /// <summary>Wakes those in this process only: the ring came from outside.</summary>
    public void RingHere(Topic topic) => Interlocked.Exchange(ref next[(int)topic], NewRing()).TrySetResult();

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a ring is about.</summary>
internal enum Topic
{
    /// <summary>Mentions came, went or changed state.</summary>
    Mentions,

    /// <summary>The outbox has something new.</summary>
    Outbox,

    /// <summary>Another version of the reader was chosen.</summary>
    Reading,

    /// <summary>Somebody looks at or writes on something else than before.</summary>
    Company,
}
