using EngageBot.Model;
using EngageBot.People;
using EngageBot.Storage;
using EngageBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Options = Microsoft.Extensions.Options.Options;

namespace EngageBot.Benchmarks.Faults;

/// <summary>An up-to-date database with three managers, made once and copied for each run.</summary>
internal sealed class Store(bool postgres, StorageOptions pattern, IReadOnlyList<string> tokens) : IDisposable
{
    private static readonly string[] Names = ["Ana", "Ben", "Cleo"];
    private static readonly TimeProvider Clock = TimeProvider.System;
    private static int numbered;

    /// <summary>Lets each of the managers in at the REST interface.</summary>
    public IReadOnlyList<string> Tokens => tokens;

    public static async Task<Store> CreateAsync(bool postgres)
    {
        var pattern = postgres
            ? new StorageOptions { Engine = "postgresql", ConnectionString = TempPostgres.Instance.NewDatabase() }
            : new StorageOptions { ConnectionString = $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("engagebot-faults-").FullName, "pattern.db")}" };
        var tokens = new List<string>();
        await using (var database = new Database(Options.Create(pattern)))
        {
            await new Migrations(database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
            foreach (var name in Names)
                tokens.Add(await LetInAsync(database, name));
            if (postgres) // SQLite numbers all rows as they come, under this name
                await database.WriteAsync(session => session.ExecuteAsync("ALTER TABLE journal ADD COLUMN rowid BIGSERIAL"), CancellationToken.None);
            else
                await database.ReadAsync(session => session.FirstOrDefaultAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)"), CancellationToken.None);
        }
        NpgsqlConnection.ClearAllPools(); // a database in use cannot be copied
        return new Store(postgres, pattern, tokens);
    }

    /// <summary>A copy of its own for one run; a file goes with its folder, a server's database by <see cref="DropAsync"/>.</summary>
    public async Task<StorageOptions> CopyAsync(string folder)
    {
        if (!postgres)
        {
            var file = Path.Combine(folder, "engagebot.db");
            File.Copy(new SqliteConnectionStringBuilder(pattern.ConnectionString).DataSource, file);
            return new StorageOptions { ConnectionString = $"Data Source={file}" };
        }
        var name = $"run_{Interlocked.Increment(ref numbered)}";
        await OnServerAsync($"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(pattern.ConnectionString).Database}");
        return new StorageOptions { Engine = "postgresql", ConnectionString = new NpgsqlConnectionStringBuilder(pattern.ConnectionString) { Database = name }.ToString() };
    }

    public async Task DropAsync(StorageOptions copy)
    {
        if (postgres)
            await OnServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(copy.ConnectionString).Database} WITH (FORCE)");
    }

    /// <summary>A statement of the server's own, outside of the run's database.</summary>
    public async Task OnServerAsync(string sql)
    {
        var server = new NpgsqlConnectionStringBuilder(pattern.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        if (!postgres)
            Directory.GetParent(new SqliteConnectionStringBuilder(pattern.ConnectionString).DataSource)!.Delete(recursive: true);
    }

    private static async Task<string> LetInAsync(Database database, string name)
    {
        var owner = Ids.New(Clock);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO person (id, name, normalized_name, security_stamp, role, created_at) VALUES (@owner, @name, @upper, 'stamp', 'admin', 0)",
                new { owner, name, upper = name.ToUpperInvariant() }),
            CancellationToken.None);
        return (await new ApiTokens(database, Clock, NullLogger<ApiTokens>.Instance).IssueAsync(owner, "faults", Role.Approver, CancellationToken.None))!.Text;
    }
}
