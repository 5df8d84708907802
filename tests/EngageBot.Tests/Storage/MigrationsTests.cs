using EngageBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EngageBot.Tests.Storage;

public sealed class MigrationsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Starting_again_changes_nothing(Engine engine)
    {
        await using var temp = await TempDatabase.CreateAsync(engine);
        await new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        Assert.Equal(0, await temp.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM mention"), CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_database_of_a_newer_version_is_refused_readably_and_left_alone(Engine engine)
    {
        await using var temp = await TempDatabase.CreateAsync(engine);
        await temp.Database.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO schemaversions (scriptname, applied) VALUES ('9999-from-the-future.sql', '2030-01-01')"),
            CancellationToken.None);
        var refusal = await Assert.ThrowsAsync<NewerDatabaseException>(
            () => new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None));
        Assert.Contains("9999-from-the-future", StorageTrouble.Explain(refusal), StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Four_replicas_can_start_on_an_empty_database_at_once(Engine engine)
    {
        await using var temp = await TempDatabase.CreateAsync(engine);
        await temp.Database.WriteAsync(session => session.ExecuteAsync("DROP TABLE schemaversions"), CancellationToken.None);
        var tables = engine == Engine.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'said_words_%'" // those go with the index they belong to
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
        await temp.Database.WriteAsync(
            async session =>
            {
                if (engine == Engine.Sqlite)
                    await session.ExecuteAsync("PRAGMA defer_foreign_keys = ON");
                foreach (var table in await session.QueryAsync<string>(tables))
                    await session.ExecuteAsync($"DROP TABLE {table}" + (engine == Engine.PostgreSql ? " CASCADE" : ""));
                return true;
            },
            CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None))));
        Assert.Equal(0, await temp.Database.ReadAsync(session => session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM reply"), CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_as_such()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("this is not a database ", 400)));
        await using var database = new Database(Microsoft.Extensions.Options.Options.Create(new StorageOptions { ConnectionString = $"Data Source={file}" }));
        var trouble = await Assert.ThrowsAnyAsync<Exception>(() => new Migrations(database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None));
        Assert.Contains("not a SQLite database", StorageTrouble.Explain(trouble), StringComparison.Ordinal);
        File.Delete(file);
    }
}
