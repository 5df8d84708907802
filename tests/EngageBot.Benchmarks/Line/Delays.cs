using EngageBot.Benchmarks.Figures;

namespace EngageBot.Benchmarks.Line;

/// <summary>Times single mentions, posted at random moments, until they lie on the desk.</summary>
internal sealed class Delays(Crowd crowd, Witness witness)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Random random = new(17);

    /// <summary>Milliseconds from the post to the commit that shows it with its draft.</summary>
    public async Task<Sample> MeasureAsync(int count, CancellationToken cancellationToken)
    {
        var delays = new List<double>(count);
        for (var number = 0; number < count; number++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 320)), TimeProvider.System, cancellationToken);
            delays.Add(await DelayAsync(cancellationToken));
        }
        return new Sample(delays);
    }

    private async Task<double> DelayAsync(CancellationToken cancellationToken)
    {
        var posted = TimeProvider.System.GetTimestamp();
        var id = crowd.Mention();
        while (!witness.IsOnTheDesk(id))
        {
            if (TimeProvider.System.GetElapsedTime(posted) > Patience)
                throw new TimeoutException($"The mention {id} did not reach the desk.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
        return TimeProvider.System.GetElapsedTime(posted).TotalMilliseconds;
    }
}
