using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace EngageBot.Benchmarks.Desks;

/// <summary>Rows for one table, brought in the quickest way that the engine has.</summary>
internal sealed class BulkTable(string name, params string[] columns)
{
    private readonly List<object?[]> rows = [];

    /// <summary>Texts, whole numbers and nulls, in the order of the columns.</summary>
    public void Add(params object?[] row) => rows.Add(row);

    public async Task FlushAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (connection is NpgsqlConnection server)
            await CopyAsync(server, cancellationToken);
        else
            await InsertAsync(connection, transaction, cancellationToken);
        rows.Clear();
    }

    private async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {name} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                if (value is null)
                    await writer.WriteNullAsync(cancellationToken);
                else if (value is string text)
                    await writer.WriteAsync(text, NpgsqlDbType.Text, cancellationToken);
                else
                    await writer.WriteAsync((long)value, NpgsqlDbType.Bigint, cancellationToken);
            }
        }
        await writer.CompleteAsync(cancellationToken);
    }

    private async Task InsertAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {name} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = column;
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            for (var place = 0; place < columns.Length; place++)
                command.Parameters[place].Value = row[place] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
