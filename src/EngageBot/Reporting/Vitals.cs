using EngageBot.Storage;
using Microsoft.Data.Sqlite;

namespace EngageBot.Reporting;

/// <summary>How large the database is, how soon mentions arrive and what the outbox is busy with.</summary>
internal sealed class Vitals(Database database, TimeProvider clock)
{
    private const long Most = 2000;

    public Task<HouseVitals> TakeAsync(CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var bytes = await session.FirstOrDefaultAsync<long>(database.Options.IsSqlite
                ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
                : "SELECT pg_database_size(current_database())");
            var delays = await session.QueryAsync<long>(
                "SELECT seen_at - posted_at AS Delay FROM mention WHERE seen_at >= @from ORDER BY seen_at DESC LIMIT @Most",
                new { from = clock.GetUtcNow().AddDays(-1).ToUnixTimeMilliseconds(), Most });
            var replies = (await session.QueryAsync<Count>("SELECT state AS Word, COUNT(*) AS Number FROM reply WHERE state IN ('held', 'sending', 'unclear') GROUP BY state"))
                .ToDictionary(count => count.Word, count => count.Number);
            var earliest = await session.FirstOrDefaultAsync<long?>("SELECT send_after FROM reply WHERE state = 'held' ORDER BY send_after LIMIT 1");
            return new HouseVitals(
                database.Options.IsSqlite, File, bytes,
                Waits.Of([.. delays.Select(delay => Math.Max(0, delay))]),
                replies.GetValueOrDefault("held"), replies.GetValueOrDefault("sending"), replies.GetValueOrDefault("unclear"),
                earliest is { } due && Moment.Of(due) < clock.GetUtcNow() ? clock.GetUtcNow() - Moment.Of(due) : TimeSpan.Zero,
                Moment.Of(await session.FirstOrDefaultAsync<long?>("SELECT at FROM backup ORDER BY at DESC LIMIT 1")));
        },
        cancellationToken);

    /// <summary>Of a server nothing is told: its address is nobody's business.</summary>
    private string? File => database.Options.IsSqlite ? Path.GetFullPath(new SqliteConnectionStringBuilder(database.Options.ConnectionString).DataSource) : null;

    // Not a positional record: SQLite names no type for the count of an empty table, and then Dapper finds no constructor.
    private sealed class Count
    {
        public string Word { get; init; } = "";
        public long Number { get; init; }
    }
}

/// <summary>What the machine room shows.</summary>
/// <param name="File">Where a SQLite database lies.</param>
/// <param name="Arrival">From a post to its mention in the store, over the last 24 hours.</param>
/// <param name="Overdue">How long the reply that should have left first is late.</param>
/// <param name="BackupAt">When the command <c>backup</c> was last used; null for never, and where a server has tools of its own.</param>
internal sealed record HouseVitals(bool IsSqlite, string? File, long Bytes, Waits Arrival, long Held, long Sending, long Unclear, TimeSpan Overdue, DateTimeOffset? BackupAt);
