using EngageBot.Approving;
using EngageBot.Desk.Shell;

namespace EngageBot.Desk.Tidings;

/// <summary>Notices which mentions have come in since this desk was opened.</summary>
internal sealed class NewsBell(DeskPulse pulse, ApprovalQueue queue)
{
    private const int Most = 5;
    private string? newest;
    private long waiting;

    /// <summary>What came in since the last call, newest first; at most a handful. The first call only looks how things stand.</summary>
    public async Task<IReadOnlyList<QueueItem>> ListenAsync(CancellationToken cancellationToken)
    {
        var now = pulse.Counts?.Waiting ?? 0;
        // Fewer wait than before: nothing came that the count does not show at the next look.
        if (newest is not null && now <= waiting)
        {
            waiting = now;
            return [];
        }
        waiting = now;
        var latest = await queue.ListAsync(new QueueView(Order: QueueOrder.Newest, Limit: Most), cancellationToken);
        // Ids are given in the order of arrival.
        var fresh = newest is null ? [] : latest.Where(item => string.CompareOrdinal(item.Id, newest) > 0).ToList();
        newest = latest.Select(item => item.Id).Append(newest ?? "").Max(StringComparer.Ordinal);
        return fresh;
    }
}
