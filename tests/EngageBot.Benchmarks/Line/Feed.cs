namespace EngageBot.Benchmarks.Line;

/// <summary>Pushes mentions into the line as fast as it takes them.</summary>
internal sealed class Feed(Crowd crowd, Witness witness)
{
    // X shows the last 800 mentions; what sinks below cannot be read any more.
    private const int MostUnread = 700;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly int before = crowd.Posted.Count;
    private int read;

    /// <summary>Ends when the last mention is committed.</summary>
    public async Task PushAsync(int count, CancellationToken cancellationToken)
    {
        for (var pushed = 0; pushed < count; pushed++)
        {
            await WhileUnreadExceedsAsync(MostUnread - 1, cancellationToken);
            crowd.Mention();
        }
        await WhileUnreadExceedsAsync(0, cancellationToken);
    }

    private async Task WhileUnreadExceedsAsync(int most, CancellationToken cancellationToken)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (crowd.Posted.Count - before - read > most)
        {
            var bookmark = witness.Bookmark();
            while (before + read < crowd.Posted.Count && crowd.Posted[before + read] <= bookmark)
                read++;
            if (crowd.Posted.Count - before - read <= most)
                return;
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new TimeoutException($"The line stands still with {crowd.Posted.Count - before - read} mentions unread.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }
}
