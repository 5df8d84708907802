namespace EngageBot.Sandbox.Square;

/// <summary>Makes ids as X does: milliseconds since X's epoch in the upper bits, strictly rising.</summary>
internal sealed class Snowflakes
{
    private const long Epoch = 1_288_834_974_657;
    private const int SequenceBits = 22;

    private long last;

    public long Next(DateTimeOffset now) => last = Math.Max(last + 1, FirstAt(now));

    /// <summary>An id that was given out by an earlier run; the next ones are higher.</summary>
    public void Saw(long id) => last = Math.Max(last, id);

    public static long FirstAt(DateTimeOffset time) => Math.Max(1, (time.ToUnixTimeMilliseconds() - Epoch) << SequenceBits);

    public static DateTimeOffset TimeOf(long id) => DateTimeOffset.FromUnixTimeMilliseconds((id >> SequenceBits) + Epoch);
}
