using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EngageBot.Storage;

/// <summary>The one way to the store: reads, and writes in one transaction each. SQLite or PostgreSQL, with one spelling of SQL.</summary>
internal sealed class Database : IAsyncDisposable
{
    // SQLite takes one writer at a time and makes others sleep and retry; waiting in line here is fair and quick.
    private readonly SemaphoreSlim writers;
    private readonly DbDataSource source;

    public Database(IOptions<StorageOptions> options)
    {
        Options = options.Value;
        writers = Options.IsSqlite ? new SemaphoreSlim(1) : new SemaphoreSlim(int.MaxValue);
        source = Options.IsSqlite
            ? SqliteFactory.Instance.CreateDataSource(SqliteConnectionString(Options.ConnectionString))
            : NpgsqlDataSource.Create(Options.ConnectionString);
    }

    public StorageOptions Options { get; }

    /// <summary>An open connection for what needs more than <see cref="ReadAsync{T}"/> gives, for example LISTEN.</summary>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    /// <summary>Reads without a transaction of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var session = new Session(connection, null, cancellationToken);
        return await read(session);
    }

    /// <summary>One transaction: committed when the work returns, rolled back when it throws. No network call belongs inside.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancellationToken)
    {
        await writers.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            if (Options.IsSqlite)
                await OverwriteWhatGoesAsync(connection, cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var session = new Session(connection, transaction, cancellationToken);
            var result = await write(session);
            await CommitAsync(transaction, cancellationToken);
            return result;
        }
        finally
        {
            writers.Release();
        }
    }

    /// <summary>SQLite and a server that still speaks to us know that a failed commit was none; a connection that breaks knows nothing.</summary>
    private static async Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (NpgsqlException broken) when (broken is not PostgresException)
        {
            throw new CommitInDoubtException(broken);
        }
    }

    /// <summary>Otherwise words that were deleted would stand in the file, and in every copy of it, until their place is needed.</summary>
    private static async Task OverwriteWhatGoesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = ON";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        writers.Dispose();
        if (Options.IsSqlite)
            SqliteConnection.ClearAllPools(); // lets go of the file, so that it can be moved or deleted
    }

    /// <summary>Waiting for the other process is worth half a minute; failing at once is not.</summary>
    internal static string SqliteConnectionString(string configured) =>
        new SqliteConnectionStringBuilder(configured) { DefaultTimeout = 30, ForeignKeys = true }.ToString();
}
