using EngageBot.Approving;
using EngageBot.Approving.Finding;
using EngageBot.Model;
using EngageBot.Reporting;
using EngageBot.Storage;
using EngageBot.Tests.Cli;
using EngageBot.Tests.Line;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EngageBot.Tests.Storage;

/// <summary>Each numbered script was once the newest, and somebody's data lies under it.</summary>
public sealed class UpgradeTests
{
    public static TheoryData<Engine, int> EverySchema()
    {
        var data = new TheoryData<Engine, int>();
        foreach (var schema in OldHouse.Schemas)
        {
            data.Add(Engine.Sqlite, schema);
            data.Add(Engine.PostgreSql, schema);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(EverySchema))]
    public async Task Whatever_an_earlier_version_kept_stands_there_unchanged_after_the_upgrade(Engine engine, int schema)
    {
        await using var temp = TempDatabase.Empty(engine);
        await OldHouse.BuildAsync(temp, schema);
        var before = await temp.Database.ReadAsync(session => OldHouse.TablesAsync(session, temp.Options.IsSqlite), CancellationToken.None);
        var rows = await RowsAsync(temp, before);
        Assert.All(rows, table => Assert.NotEmpty(table.Rows));
        await new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        Assert.Equal(rows.Select(table => string.Join('\n', table.Rows)), (await RowsAsync(temp, before)).Select(table => string.Join('\n', table.Rows)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_desk_works_on_over_the_oldest_database(Engine engine)
    {
        var temp = TempDatabase.Empty(engine);
        await OldHouse.BuildAsync(temp, OldHouse.Schemas[0]);
        await new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        await using var line = await TestLine.StartAsync(engine, over: temp);
        Assert.True((await line.ReceiptAsync()).Balanced);
        Assert.Equal(1, (await line.Get<ApprovalQueue>().CountsAsync(CancellationToken.None)).Waiting);
        var waiting = await line.OpenByPostAsync("10-waiting");
        Assert.Equal("@HarbourTheatre when does the storm begin?", waiting.Mention.Post.Text);
        await new SaidBacklog(line.Database, line.Clock, NullLogger<SaidBacklog>.Instance).TakeUpAsync(CancellationToken.None);
        Assert.NotEmpty((await line.Get<MentionSearch>().FindAsync("storm", 10, null, CancellationToken.None)).Items);
        Assert.NotNull(await line.Get<Vitals>().TakeAsync(CancellationToken.None));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(waiting));
        await line.WaitingAsync(author: "pia");
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Fact]
    public async Task The_program_itself_takes_the_oldest_database_over_and_counts_everything_in_it()
    {
        await using var temp = TempDatabase.Empty(Engine.Sqlite);
        await OldHouse.BuildAsync(temp, OldHouse.Schemas[0]);
        var counted = await EngageBotProgram.RunAsync(["receipt", $"--Storage:ConnectionString={temp.Options.ConnectionString}"]);
        Assert.Equal(0, counted.ExitCode);
        Assert.Contains("seen\t8\n", counted.Output, StringComparison.Ordinal);
        Assert.Contains("balanced\tyes", counted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_program_refuses_in_one_sentence_and_leaves_every_byte_of_the_file_alone()
    {
        await using var temp = await TempDatabase.CreateAsync(Engine.Sqlite);
        var file = Backups.FileOf(temp.Options);
        await temp.Database.WriteAsync(session => session.ExecuteAsync("INSERT INTO schemaversions (scriptname, applied) VALUES ('9999-from-the-future.sql', '2030-01-01')"), CancellationToken.None);
        SqliteConnection.ClearAllPools();
        await using (var alone = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await alone.OpenAsync();
            await using var plain = new SqliteCommand("PRAGMA journal_mode = delete", alone); // as somebody's copy may stand
            await plain.ExecuteNonQueryAsync();
        }
        var before = await File.ReadAllBytesAsync(file);
        var refused = await EngageBotProgram.RunAsync(["receipt", $"--Storage:ConnectionString={temp.Options.ConnectionString}"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.StartsWith("The database was made by a newer EngageBot", Assert.Single(refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        Assert.Equal([file], Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task A_dump_taken_while_everything_runs_comes_back_with_the_servers_own_tools_and_nothing_goes_out_twice()
    {
        await using var line = await TestLine.StartAsync(Engine.PostgreSql);
        var sent = await line.ApprovedAsync();
        var dump = TempPostgres.Instance.Dump(line.Database.Options.ConnectionString);
        await line.PostAsync();
        Assert.Single(line.Network.OwnPosts);

        var temp = TempDatabase.At(TempPostgres.Instance.Restore(dump));
        await temp.Database.WriteAsync(
            async session => await session.ExecuteAsync("UPDATE reply SET state = 'unclear', attempted_at = COALESCE(attempted_at, approved_at) WHERE state IN ('held', 'sending')")
                + await session.ExecuteAsync("UPDATE mention SET checked_at = -1"),
            CancellationToken.None);
        await new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        await using var restored = await TestLine.StartAsync(Engine.PostgreSql, line.Clock, line.Network, over: temp);
        await restored.SettleAsync();
        await restored.PostAsync();
        Assert.Single(restored.Network.OwnPosts);
        Assert.Equal(MentionState.Answered, await restored.StateAsync(sent));
        Assert.NotEmpty((await restored.Get<MentionSearch>().FindAsync("evening", 10, null, CancellationToken.None)).Items);
        Assert.True((await restored.ReceiptAsync()).Balanced);
    }

    private static async Task<IReadOnlyList<(string Table, IReadOnlyList<string> Rows)>> RowsAsync(TempDatabase temp, IReadOnlyDictionary<string, IReadOnlyList<OldHouse.Column>> tables) =>
        await temp.Database.ReadAsync(
            async session =>
            {
                var rows = new List<(string, IReadOnlyList<string>)>();
                foreach (var (table, columns) in tables.OrderBy(table => table.Key, StringComparer.Ordinal))
                    rows.Add((table, await OldHouse.RowsAsync(session, table, columns)));
                return rows;
            },
            CancellationToken.None);
}
