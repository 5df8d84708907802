using EngageBot.Cli;
using EngageBot.Conversing;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace EngageBot.Tests.Cli;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    private string Copy => Path.Combine(folder, "copy.db");

    [Fact]
    public async Task A_backup_made_while_it_works_is_whole_and_holds_what_was_there()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        await line.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("UPDATE mention SET let_be_reason = 'half done'"); // not committed yet
                await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        await using var copy = Open(Copy);
        Assert.Equal(seen.Mention.Post.Id, await OneAsync<string>(copy, "SELECT post_id FROM mention WHERE let_be_reason IS NULL"));
    }

    [Fact]
    public async Task A_reply_that_went_out_after_the_backup_is_not_sent_again_by_the_restored_database()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.ApprovedAsync();
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        await line.PostAsync();
        Assert.Single(line.Network.OwnPosts);

        await RestoreAsync(line);
        await line.PostAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();
        await line.PostAsync();
        Assert.Single(line.Network.OwnPosts);
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Fact]
    public async Task What_was_withdrawn_after_the_backup_stays_withdrawn()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var deleted = await line.WaitingAsync(author: "pia");
        var stopped = await line.WaitingAsync(author: "tomw");
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<Withdrawals>().BecauseDeletedAsync(session, deleted.Mention.Id);
                return true;
            },
            CancellationToken.None);
        line.Writes("@HarbourTheatre stop replying to me", author: "tomw");
        await line.ListenAsync();

        await RestoreAsync(line);
        Assert.Equal((MentionState.Withdrawn, ""), ((await line.OpenAsync(deleted)).Mention.State, (await line.OpenAsync(deleted)).Mention.Post.Text));
        Assert.Equal(MentionState.Withdrawn, await line.StateAsync(stopped));
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Fact]
    public async Task What_was_deleted_after_it_was_answered_and_after_the_backup_does_not_come_back()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<Withdrawals>().BecauseDeletedAsync(session, seen.Mention.Id);
                return true;
            },
            CancellationToken.None);
        await RestoreAsync(line);
        Assert.Equal((MentionState.Answered, ""), ((await line.OpenAsync(seen)).Mention.State, (await line.OpenAsync(seen)).Mention.Post.Text));
    }

    [Fact]
    public async Task A_backup_takes_the_place_of_a_database_that_is_damaged_and_what_it_held_is_looked_up_however_late_that_is()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        var file = Backups.FileOf(line.Database.Options);
        SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(file, new byte[40_000]);
        File.Delete(file + "-wal");
        Assert.True((await RestoreAsync(line)).IsSilent);

        line.Network.Deleted.Add(seen.Mention.Post.Id);
        line.Clock.Advance(TimeSpan.FromDays(60));
        await line.Get<Rechecks>().LookAsync(line.Account, CancellationToken.None);
        Assert.Equal((MentionState.Withdrawn, ""), ((await line.OpenAsync(seen)).Mention.State, (await line.OpenAsync(seen)).Mention.Post.Text));
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused_and_the_database_stays_as_it_was()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await line.WaitingAsync();
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        await using (var newer = Open(Copy))
            await newer.WriteAsync(session => session.ExecuteAsync("INSERT INTO schemaversions (scriptname, applied) VALUES ('9999-from-the-future.sql', '2030-01-01')"), CancellationToken.None);
        await Assert.ThrowsAsync<NewerDatabaseException>(() => RestoreAsync(line));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM mention"));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await line.WaitingAsync();
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        var bytes = await File.ReadAllBytesAsync(Copy);
        Random.Shared.NextBytes(bytes.AsSpan(bytes.Length / 2, 40_000));
        await File.WriteAllBytesAsync(Copy, bytes);
        var refusal = await Record.ExceptionAsync(() => RestoreAsync(line));
        Assert.NotNull(StorageTrouble.Explain(refusal!));
    }

    [Fact]
    public async Task A_restore_keeps_its_hands_off_while_a_program_runs_on_the_database()
    {
        await using var temp = await TempDatabase.CreateAsync(Engine.Sqlite);
        await new Backups(temp.Database).SaveAsync(Copy, CancellationToken.None);
        using var running = RunningMark.Share(temp.Options);
        var refused = await EngageBotProgram.RunAsync(["restore", Copy, $"--Storage:ConnectionString={temp.Options.ConnectionString}"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Stop it first", refused.Errors, StringComparison.Ordinal);
        running!.Dispose();
        var done = await EngageBotProgram.RunAsync(["restore", Copy, $"--Storage:ConnectionString={temp.Options.ConnectionString}"]);
        Assert.Equal((0, ""), (done.ExitCode, done.Errors));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>As the command does it; the line of the test goes on with the same file.</summary>
    private async Task<Restored> RestoreAsync(TestLine line)
    {
        await using var present = new Database(Options.Create(line.Database.Options));
        var restoration = new Restoration(
            Options.Create(line.Database.Options), Options.Create(new ListeningOptions()), present, line.Get<Withdrawals>(), line.Get<Journal>(), NullLogger<Migrations>.Instance, line.Clock);
        return await restoration.FromAsync(Copy, CancellationToken.None);
    }

    private static Database Open(string file) => new(Options.Create(new StorageOptions { ConnectionString = $"Data Source={file}" }));

    private static async Task<T?> OneAsync<T>(Database database, string sql) => await database.ReadAsync(session => session.FirstOrDefaultAsync<T>(sql), CancellationToken.None);
}
