namespace EngageBot.Benchmarks.Desks;

/// <summary>The clock of this machine, put forward now and then so that nobody has to wait for a moment to pass.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long ahead;

    public void PutForward(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
}
