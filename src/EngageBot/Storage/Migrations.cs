using System.Data.Common;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Data.Sqlite;

namespace EngageBot.Storage;

/// <summary>Brings the database up to the program's schema with the numbered scripts, each in a transaction of its own.</summary>
internal sealed partial class Migrations(Database database, ILogger<Migrations> logger)
{
    private const int Attempts = 5;

    // Two replicas that start on an empty PostgreSQL database must not both create the script journal.
    private const long AdvisoryLock = 0x456E67616765;

    /// <summary>Throws <see cref="NewerDatabaseException"/> when the database is ahead of the program; a failed script rolls back whole.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (database.Options.IsSqlite)
            await ApplySqliteAsync(cancellationToken);
        else
            await ApplyPostgresAsync(cancellationToken);
    }

    private async Task ApplySqliteAsync(CancellationToken cancellationToken)
    {
        var connectionString = Database.SqliteConnectionString(database.Options.ConnectionString);
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file)));

        await using var connection = await database.OpenAsync(cancellationToken);
        RefuseNewer(Build(DeployChanges.To.SqliteDatabase(connectionString))); // before a single byte of it changes
        await connection.ExecuteAsync("PRAGMA journal_mode = wal");
        await ApplyAmongOthersAsync(() => DeployChanges.To.SqliteDatabase(connectionString), cancellationToken);
        await ShedAsync(connection);
    }

    /// <summary>Once for each file: earlier versions left deleted words standing between the rows, where nothing but writing it anew removes them.</summary>
    private async Task ShedAsync(DbConnection connection)
    {
        const long Clean = 1;
        if (await connection.ExecuteScalarAsync<long>("PRAGMA user_version") >= Clean)
            return;
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM (SELECT 1 FROM mention LIMIT 1)") > 0)
        {
            LogShedding();
            await connection.ExecuteAsync("PRAGMA secure_delete = ON; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        await connection.ExecuteAsync($"PRAGMA user_version = {Clean}");
    }

    /// <summary>
    /// SQLite has no lock that outlives a transaction, so a program that starts at the same moment may run a script first.
    /// Ours then fails and is rolled back whole; what the other left to do is tried again.
    /// </summary>
    private async Task ApplyAmongOthersAsync(Func<UpgradeEngineBuilder> engine, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Apply(engine());
                return;
            }
            catch (InvalidOperationException exception) when (attempt < Attempts && exception.InnerException is SqliteException)
            {
                LogRace(exception.InnerException.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static void MakeFolder(string? folder)
    {
        try
        {
            if (folder is not null)
                Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableStorageException($"The folder {folder} for the database cannot be made. Check Storage:ConnectionString and your rights there.", exception);
        }
    }

    private async Task ApplyPostgresAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("SELECT pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock });
        try
        {
            Apply(DeployChanges.To.PostgresqlDatabase(database.Options.ConnectionString));
        }
        finally
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
        }
    }

    private UpgradeEngine Build(UpgradeEngineBuilder engine) => engine
        .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsOurs)
        .WithTransactionPerScript()
        .LogToNowhere()
        .Build();

    private void Apply(UpgradeEngineBuilder engine)
    {
        var upgrade = Build(engine);
        RefuseNewer(upgrade);
        var result = upgrade.PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The database could not be brought up to date; '{result.ErrorScript?.Name}' was rolled back.", result.Error);
        var applied = result.Scripts.ToList();
        if (applied.Count == upgrade.GetDiscoveredScripts().Count)
            LogMade();
        else
            applied.ForEach(script => LogApplied(script.Name));
    }

    /// <summary>One text runs on both engines but for what is no part of the SQL they share; such a script names its engine.</summary>
    private bool IsOurs(string script) =>
        script.EndsWith(".sql", StringComparison.Ordinal) && !script.EndsWith(database.Options.IsSqlite ? ".postgresql.sql" : ".sqlite.sql", StringComparison.Ordinal);

    private static void RefuseNewer(UpgradeEngine upgrade)
    {
        var known = upgrade.GetDiscoveredScripts().Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        if (upgrade.GetExecutedScripts().FirstOrDefault(script => !known.Contains(script)) is { } unknown)
            throw new NewerDatabaseException(unknown);
    }

    [LoggerMessage(LogLevel.Debug, "A script did not go through, perhaps because another program was faster: {Reason}")]
    private partial void LogRace(string reason);

    [LoggerMessage(LogLevel.Information, "The database file is written anew once, so that nothing withdrawn is left in it; a large one takes a minute")]
    private partial void LogShedding();

    [LoggerMessage(LogLevel.Information, "A new database was made")]
    private partial void LogMade();

    [LoggerMessage(LogLevel.Information, "Database brought up to date with {Script}")]
    private partial void LogApplied(string script);
}
