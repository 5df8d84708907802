using EngageBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace EngageBot.Tests.Storage;

/// <summary>A fresh database of either engine with the current schema.</summary>
internal sealed class TempDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    private TempDatabase(Engine engine, string? place = null)
    {
        Options = engine == Engine.Sqlite
            ? new StorageOptions { Engine = "sqlite", ConnectionString = $"Data Source={Path.Combine(folder, "engagebot.db")}" }
            : new StorageOptions { Engine = "postgresql", ConnectionString = place ?? TempPostgres.Instance.NewDatabase() };
        Database = new Database(Microsoft.Extensions.Options.Options.Create(Options));
    }

    public StorageOptions Options { get; }

    public Database Database { get; }

    /// <summary>Without any schema.</summary>
    public static TempDatabase Empty(Engine engine) => new(engine);

    /// <summary>A database of PostgreSQL that is there already.</summary>
    public static TempDatabase At(string place) => new(Engine.PostgreSql, place);

    public static async Task<TempDatabase> CreateAsync(Engine engine)
    {
        var database = new TempDatabase(engine);
        await new Migrations(database.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (!Options.IsSqlite)
            NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
