using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EngageBot.Storage;

/// <summary>Says what is wrong with the database in words that tell what to do.</summary>
internal static class StorageTrouble
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int DiskFull = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Null when the exception does not come from the database.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        UnusableStorageException unusable => unusable.Message,
        CommitInDoubtException doubt => doubt.Message,
        SqliteException sqlite => Explain(sqlite),
        PostgresException { SqlState: "53100" } => "The disk of the PostgreSQL server is full. Nothing is lost; free some room.",
        PostgresException { SqlState: "28P01" or "28000" } => "PostgreSQL refused the user name or password. Check Storage:ConnectionString.",
        PostgresException { SqlState: "3D000" } => "The PostgreSQL database does not exist. Create it, or check Storage:ConnectionString.",
        PostgresException postgres => $"PostgreSQL refused a statement ({postgres.SqlState}: {postgres.MessageText}).",
        NpgsqlException { InnerException: SocketException } => "The PostgreSQL server cannot be reached. Check that it runs and Storage:ConnectionString.",
        NpgsqlException npgsql => $"The PostgreSQL server cannot be used: {npgsql.Message}",
        _ => exception.InnerException is { } inner ? Explain(inner) : null,
    };

    private static string Explain(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Busy or Locked => "The database file is locked by another program. Nothing is lost; close the other program (a second EngageBot, a backup, a database browser).",
        ReadOnly => "The database file cannot be written. Give this user the right to write to it and to its folder.",
        DiskFull => "The disk is full, so nothing more can be stored. Nothing is lost; free some room.",
        CannotOpen => "The database file cannot be opened. Check Storage:ConnectionString and the rights on the folder.",
        NotADatabase => "The file is not a SQLite database, or it is damaged. Check Storage:ConnectionString, or restore a backup.",
        _ => $"SQLite refused a statement ({exception.SqliteErrorCode}: {exception.Message}).",
    };
}
