using System.Globalization;

namespace EngageBot.Sandbox.Play;

/// <summary>How fast the followers live: 1 is real time, 0 stands still, infinity does not wait at all.</summary>
internal sealed class Pace(double factor, TimeProvider clock)
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private double current = factor;

    public double Factor
    {
        get
        {
            lock (gate)
                return current;
        }

        set
        {
            TaskCompletionSource before;
            lock (gate)
            {
                current = value;
                (before, changed) = (changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            before.SetResult();
        }
    }

    /// <summary>Waits that long in the followers' time; a change of speed on the way counts from there.</summary>
    public async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        while (time > TimeSpan.Zero)
        {
            double speed;
            Task change;
            lock (gate)
                (speed, change) = (current, changed.Task);
            if (double.IsPositiveInfinity(speed))
                return;
            if (speed <= 0)
            {
                await change.WaitAsync(cancellationToken);
                continue;
            }

            var since = clock.GetTimestamp();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var waited = await Task.WhenAny(Task.Delay(time / speed, clock, stop.Token), change);
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            time = waited == change ? time - (clock.GetElapsedTime(since) * speed) : TimeSpan.Zero;
        }
    }

    /// <summary>Reads <c>realtime</c>, <c>10x</c>, <c>max</c>, <c>0</c> or a plain number.</summary>
    public static double? Parse(string text) => text.Trim().ToLowerInvariant() switch
    {
        "realtime" => 1,
        "max" => double.PositiveInfinity,
        var other => double.TryParse(other.TrimEnd('x'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed)
            && speed is >= 0 and <= 100_000
                ? speed
                : null,
    };

    public static string Write(double speed) => speed switch
    {
        1 => "realtime",
        double.PositiveInfinity => "max",
        0 => "0",
        _ => speed.ToString(CultureInfo.InvariantCulture) + "x",
    };
}
