using Microsoft.Data.Sqlite;

namespace EngageBot.Storage;

/// <summary>Copies a SQLite database as it stands at one moment, while it is used.</summary>
internal sealed class Backups(Database database)
{
    /// <summary>Makes one whole, checked file of it. Nothing is left behind when it does not come to an end.</summary>
    public async Task SaveAsync(string file, CancellationToken cancellationToken)
    {
        if (!database.Options.IsSqlite)
            throw new UnusableStorageException("PostgreSQL has its own tools: pg_dump makes the backup, pg_restore brings it back.", null);
        if (File.Exists(file))
            throw new UnusableStorageException($"{file} exists already. Name a new file, or move that one away.", null);
        if (!File.Exists(FileOf(database.Options)))
            throw new UnusableStorageException($"There is no database {FileOf(database.Options)} to back up. Check Storage:ConnectionString.", null);
        var part = file + ".part";
        try
        {
            await using (var source = (SqliteConnection)await database.OpenAsync(cancellationToken))
            await using (var copy = Open(part))
            {
                source.BackupDatabase(copy);
                Ask(copy, "PRAGMA journal_mode = delete"); // one file that can be carried anywhere
                Ask(copy, "PRAGMA secure_delete = ON");
                Ask(copy, "VACUUM"); // and nothing in it that the database no longer knows
                RefuseDamaged(copy, part);
            }
            File.Move(part, file);
        }
        catch (IOException trouble)
        {
            throw new UnusableStorageException($"{file} cannot be written: {trouble.Message}", trouble);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Where the database lies.</summary>
    public static string FileOf(StorageOptions options) => Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);

    /// <summary>Throws when not every page of the file is whole.</summary>
    public static void RefuseDamaged(string file)
    {
        using var connection = Open(file);
        RefuseDamaged(connection, file);
    }

    private static void RefuseDamaged(SqliteConnection connection, string file)
    {
        if (Ask(connection, "PRAGMA integrity_check") is var answer && answer != "ok")
            throw new UnusableStorageException($"{file} is damaged: {answer}", null);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }
}
