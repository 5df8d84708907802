using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Listening;

/// <summary>Where reading goes on for an account, and who of several replicas reads it.</summary>
internal sealed class Bookmarks(Database database, TimeProvider clock, IOptions<ListeningOptions> options)
{
    // Beyond the longest pause between two looks, with room for a slow page; a replica that dies is followed by another after it.
    private readonly TimeSpan lease = TimeSpan.FromSeconds((options.Value.SlowestSeconds * 2) + 5);
    private readonly string self = Ids.New(clock);

    /// <summary>False while another replica listens for this account. On SQLite there is no other: a restart goes on at once.</summary>
    public async Task<bool> ClaimAsync(Account account, CancellationToken cancellationToken)
    {
        if (database.Options.IsSqlite)
            return true;
        var now = clock.GetUtcNow();
        return await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE account SET listener = @self, listener_until = @until
                WHERE id = @Id AND (listener IS NULL OR listener = @self OR listener_until < @now)
                """,
                new { account.Id, self, now = now.ToUnixTimeMilliseconds(), until = (now + lease).ToUnixTimeMilliseconds() }),
            cancellationToken) == 1;
    }

    /// <summary>Lets another replica go on at once.</summary>
    public Task ReleaseAsync(Account account, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync("UPDATE account SET listener = NULL WHERE id = @Id AND listener = @self", new { account.Id, self }),
            cancellationToken);

    /// <summary>
    /// The post after which to read. Now and then it lies some minutes back: the network may show a mention
    /// later than a newer one, and a bookmark alone would never see it.
    /// </summary>
    public Task<StartingPoint> NextAsync(Account account, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var row = await session.FirstOrDefaultAsync<Row>(
                    "SELECT bookmark AS Bookmark, overlap_read_at AS OverlapReadAt, read_at AS ReadAt FROM account WHERE id = @Id",
                    new { account.Id });
                var now = clock.GetUtcNow();
                var last = Moment.Of(row?.OverlapReadAt ?? 0);
                // one that lies ahead was noted by a clock that has been set right since
                var overlapDue = row?.Bookmark is not null && (last > now || now - last >= TimeSpan.FromMinutes(options.Value.OverlapEveryMinutes));
                if (!overlapDue)
                    return new StartingPoint(row?.Bookmark, now.AddDays(-options.Value.FirstLookBackDays), row?.Bookmark is null ? now : null, Moment.Of(row?.ReadAt));
                var back = BackTo(now, last);
                var older = await session.FirstOrDefaultAsync<string>(
                    "SELECT post_id FROM mention WHERE account_id = @Id AND posted_at < @before ORDER BY posted_at DESC LIMIT 1",
                    new { account.Id, before = back.ToUnixTimeMilliseconds() });
                return new StartingPoint(older, back, now, Moment.Of(row!.ReadAt));
            },
            cancellationToken);

    /// <summary>After a time of standing still it goes back to before it: what was late then shows up only now.</summary>
    private DateTimeOffset BackTo(DateTimeOffset now, DateTimeOffset lastOverlap)
    {
        var usual = now.AddMinutes(-options.Value.OverlapMinutes);
        var beforeTheLast = lastOverlap.AddMinutes(-Math.Max(1, options.Value.OverlapMinutes - options.Value.OverlapEveryMinutes));
        return usual < beforeTheLast ? usual : beforeTheLast;
    }

    private sealed record Row(string? Bookmark, long? OverlapReadAt, long? ReadAt);
}

/// <summary>Where a walk over the pages begins.</summary>
/// <param name="SinceId">Exclusive; null where we know of nothing so old.</param>
/// <param name="Oldest">Without such a post, how far back to read.</param>
/// <param name="OverlapAt">
/// The last minutes are read once more, from now on; null where they are not. The moment is that of the question: what is late
/// and shows up before the answer is stored is for the next time.
/// </param>
/// <param name="ReadAt">The last whole look.</param>
internal sealed record StartingPoint(string? SinceId, DateTimeOffset Oldest, DateTimeOffset? OverlapAt, DateTimeOffset? ReadAt);
