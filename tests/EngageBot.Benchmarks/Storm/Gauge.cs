using System.Globalization;
using Dapper;
using EngageBot.Benchmarks.Line;
using EngageBot.Benchmarks.Storm.Inside;
using Microsoft.Data.Sqlite;

namespace EngageBot.Benchmarks.Storm;

/// <summary>What the program holds at one moment.</summary>
/// <param name="Heap">Megabytes in use after a collection.</param>
/// <param name="Resident">Megabytes.</param>
/// <param name="Log">Megabytes of the database's write-ahead log.</param>
/// <param name="Bookkeeping">Rows of the tables that do not hold what was said and decided.</param>
internal sealed record Gauge(double Heap, double Resident, int OpenFiles, double Log, IReadOnlyDictionary<string, long> Bookkeeping)
{
    /// <summary>They grow with every mention or decision, and are meant to.</summary>
    private static readonly HashSet<string> Kept =
    [
        "mention", "talker", "conversation", "wording", "reply", "context_post", "journal", "said", "handling", "lesson", "picture", "day_receipt",
        "promise", "set_aside", "maker_question", "asked_about", "wording_worth",
    ];

    public static async Task<Gauge> ReadAsync(Bot bot, Workplace place, Notes notes, CancellationToken cancellationToken)
    {
        var heap = await notes.HeapAsync(cancellationToken);
        return new Gauge(heap, bot.ResidentMegabytes, Directory.GetFileSystemEntries($"/proc/{bot.Id.ToString(CultureInfo.InvariantCulture)}/fd").Length, LogOf(place), RowsOf(place));
    }

    private static double LogOf(Workplace place) => new FileInfo(place.Database + "-wal") is { Exists: true } log ? log.Length / 1e6 : 0;

    private static Dictionary<string, long> RowsOf(Workplace place)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = place.Database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        return connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'")
            .Where(table => !Kept.Contains(table) && !table.StartsWith("sqlite_", StringComparison.Ordinal) && !table.StartsWith("said_", StringComparison.Ordinal))
            .ToDictionary(table => table, table => connection.QueryFirst<long>($"SELECT COUNT(*) FROM \"{table}\""));
    }
}
