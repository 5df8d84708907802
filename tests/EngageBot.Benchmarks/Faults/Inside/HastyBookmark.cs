using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngageBot.Benchmarks.Faults.Inside;

/// <summary>A planted bug: raises the bookmark as soon as a page was read, before its mentions are stored.</summary>
internal sealed class HastyBookmark(string store)
{
    public void Hear(string reached, object? about)
    {
        if (reached != "listening.page-read" || about is not string newest)
            return;
        using DbConnection connection = store.StartsWith("Data Source", StringComparison.Ordinal) ? new SqliteConnection(store) : new NpgsqlConnection(store);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE account SET bookmark = @newest";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("newest", newest);
        command.Parameters.Add(parameter);
        command.ExecuteNonQuery();
    }
}
