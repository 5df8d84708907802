namespace EngageBot.Benchmarks.Faults.Inside;

/// <summary>A clock whose pace the bench decides; timers follow it, so that an hour's pause can pass in a second.</summary>
internal sealed class SteeredClock(TimeFile time, int? number) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + time.Ahead + (number is { } own ? time.Error(own) : TimeSpan.Zero);

    public override long GetTimestamp() => (System.GetTimestamp() / (System.TimestampFrequency / TimeSpan.TicksPerSecond)) + time.Ahead.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new SteeredTimer(this, time, callback, state, dueTime, period);

    /// <summary>Looks now and then whether its moment has come.</summary>
    private sealed class SteeredTimer : ITimer
    {
        private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
        private readonly Lock gate = new();
        private readonly SteeredClock clock;
        private readonly TimeFile time;
        private readonly TimerCallback callback;
        private readonly object? state;
        private readonly ITimer real;
        private TimeSpan period;
        private long due;

        public SteeredTimer(SteeredClock clock, TimeFile time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.clock, this.time, this.callback, this.state) = (clock, time, callback, state);
            real = System.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                this.period = period;
                due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : clock.GetTimestamp() + dueTime.Ticks;
                return Arm();
            }
        }

        public void Dispose() => real.Dispose();

        public ValueTask DisposeAsync() => real.DisposeAsync();

        private void Look()
        {
            lock (gate)
            {
                if (due > clock.GetTimestamp())
                {
                    Arm();
                    return;
                }
                due = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? long.MaxValue : clock.GetTimestamp() + period.Ticks;
                Arm();
            }
            callback(state);
        }

        private bool Arm()
        {
            if (due == long.MaxValue)
                return real.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var left = TimeSpan.FromTicks((long)(Math.Max(0, due - clock.GetTimestamp()) / time.Pace));
            return real.Change(left < Glance ? left + TimeSpan.FromMilliseconds(1) : Glance, Timeout.InfiniteTimeSpan);
        }
    }
}
