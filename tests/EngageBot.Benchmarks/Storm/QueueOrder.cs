using Dapper;
using EngageBot.Benchmarks.Line;
using Microsoft.Data.Sqlite;

namespace EngageBot.Benchmarks.Storm;

/// <summary>Whether those who need an answer stand before those who say thank you, when all wrote within minutes.</summary>
internal sealed class QueueOrder
{
    public QueueOrder(Workplace place)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = place.Database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        var rows = connection.Query<(string Intent, string? Urgency)>("SELECT intent, urgency FROM mention WHERE state = 'waiting' ORDER BY place, id").ToList();
        var last = rows.FindLastIndex(IsPressing);
        (Waiting, Pressing, Misplaced) = (rows.Count, rows.Count(IsPressing), rows.Take(Math.Max(0, last)).Count(row => !IsPressing(row) && row.Urgency is null));
    }

    public int Waiting { get; }

    public int Pressing { get; }

    public int Misplaced { get; }

    private static bool IsPressing((string Intent, string? Urgency) row) => row.Intent is "complaint" or "question";
}
