using EngageBot.Approving.Makers;

namespace EngageBot.Desk.Makers;

/// <summary>Notices which makers have answered since this desk was opened.</summary>
internal sealed class MakerBell(MakerBoard board, TimeProvider clock)
{
    private DateTimeOffset since = clock.GetUtcNow();

    /// <summary>The latest answer since the last call; null for none.</summary>
    public async Task<MakerQuestion?> ListenAsync(CancellationToken cancellationToken)
    {
        var latest = (await board.NewsAsync(cancellationToken)).Fresh is [var first, ..] ? first : null;
        if (latest?.ClosedAt is not { } at || at <= since)
            return null;
        since = at;
        return latest;
    }
}
