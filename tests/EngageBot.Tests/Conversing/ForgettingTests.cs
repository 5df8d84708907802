using System.Text;
using EngageBot.Approving;
using EngageBot.Approving.Together;
using EngageBot.Conversing;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Options;
using Xunit;

namespace EngageBot.Tests.Conversing;

/// <summary>Words that were withdrawn are gone: not only from what the program shows, but from its files.</summary>
public sealed class ForgettingTests : IDisposable
{
    private const string Words = "quibblesome marzipan";
    private readonly string folder = Directory.CreateTempSubdirectory("engagebot-").FullName;

    private string Copy => Path.Combine(folder, "copy.db");

    [Fact]
    public async Task What_was_deleted_stands_in_no_file_any_more_nor_does_what_was_made_of_it()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await FillAsync(line);
        var post = await SaidAsync(line, "pia");
        Assert.True(FilesHold(line, Words));

        line.Network.Deleted.Add(post);
        line.Clock.Advance(TimeSpan.FromHours(21));
        await line.Get<Rechecks>().LookAsync(line.Account, CancellationToken.None);
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        Assert.False(FilesHold(line, "quibblesome") || FilesHold(line, "marzipan"));
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Fact]
    public async Task What_people_said_who_asked_us_to_stop_is_forgotten_within_the_day_and_that_they_asked_is_not()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await FillAsync(line);
        await SaidAsync(line, "pia");
        line.Writes("@HarbourTheatre stop replying to me, " + Words, author: "pia");
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromHours(13));
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        Assert.False(FilesHold(line, "quibblesome") || FilesHold(line, "marzipan"));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM talker WHERE handle = 'pia' AND opted_out_at IS NOT NULL"));
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Whoever_asked_us_to_stop_and_says_more_is_forgotten_again_and_others_are_not(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.WaitingAsync("@HarbourTheatre a lovely evening", author: "tomw");
        await line.WaitingAsync(author: "pia");
        line.Writes("@HarbourTheatre stop replying to me", author: "pia");
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(2, await line.Database.WriteAsync(line.Get<Withdrawals>().ForgetStoppedAsync, CancellationToken.None));
        line.Writes("@HarbourTheatre and one more thing", author: "pia");
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(1, await line.Database.WriteAsync(line.Get<Withdrawals>().ForgetStoppedAsync, CancellationToken.None));
        Assert.Equal("tomw", await line.Database.ReadAsync(
            session => session.FirstOrDefaultAsync<string>("SELECT handle FROM mention JOIN talker ON talker.id = mention.talker_id WHERE text <> ''"), CancellationToken.None));
    }

    [Fact]
    public async Task What_was_withdrawn_after_a_backup_leaves_the_backup_too_and_the_rest_of_it_stays()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await FillAsync(line);
        var post = await SaidAsync(line, "pia");
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        await line.Get<BackupShelf>().NoteAsync(Copy, CancellationToken.None);
        Assert.True(Holds(Copy, Words));

        line.Network.Deleted.Add(post);
        line.Clock.Advance(TimeSpan.FromHours(21));
        await line.Get<Rechecks>().LookAsync(line.Account, CancellationToken.None);
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        Assert.False(Holds(Copy, "quibblesome") || Holds(Copy, "marzipan"));
        Assert.True(Holds(Copy, "an evening like no other"));
        Backups.RefuseDamaged(Copy);
    }

    [Fact]
    public async Task A_backup_of_an_earlier_version_is_cleaned_and_stays_one_of_that_version()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await SaidAsync(line, "pia", withMore: false);
        await new Backups(line.Database).SaveAsync(Copy, CancellationToken.None);
        await line.Get<BackupShelf>().NoteAsync(Copy, CancellationToken.None);
        await using (var older = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={Copy};Pooling=False" })))
        {
            await older.WriteAsync(
                async session =>
                {
                    foreach (var table in "said_words said said_backlog note set_aside proposal promise lesson backup day_receipt".Split(' '))
                        await session.ExecuteAsync($"DROP TABLE {table}");
                    return await session.ExecuteAsync("DELETE FROM schemaversions WHERE scriptname LIKE '%0014%'");
                },
                CancellationToken.None);
        }
        line.Writes("@HarbourTheatre stop replying to me", author: "pia");
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromHours(13));
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        await using var cleaned = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={Copy};Pooling=False" }));
        Assert.Equal((0, 0), await cleaned.ReadAsync(
            async session => (
                await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM mention WHERE text LIKE '%marzipan%'"),
                await session.FirstOrDefaultAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = 'note'")),
            CancellationToken.None));
    }

    [Fact]
    public async Task A_backup_that_was_moved_away_is_looked_for_no_longer()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await line.Get<BackupShelf>().NoteAsync(Path.Combine(folder, "elsewhere.db"), CancellationToken.None);
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None);
        Assert.Empty(await line.Get<BackupShelf>().AllAsync(CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Enough that pages fill and are split.</summary>
    private static async Task FillAsync(TestLine line)
    {
        for (var number = 0; number < 40; number++)
            line.Writes($"@HarbourTheatre an evening like no other, number {number}, thank you for it", author: $"guest{number % 5}");
        await line.ListenAsync();
    }

    /// <summary>Somebody says it, and colleagues quote it wherever they can.</summary>
    private static async Task<string> SaidAsync(TestLine line, string author, bool withMore = true)
    {
        var seen = await line.WaitingAsync($"@HarbourTheatre what became of the {Words} of the second act?", author);
        var id = seen.Mention.Id;
        var person = seen.Mention.Post.Author;
        line.Writes("@HarbourTheatre I wonder, too", author: "tomw", inReplyTo: seen.Mention.Post.Id, parent: new Post(seen.Mention.Post.Id, person, seen.Mention.Post.Text, seen.Mention.Post.PostedAt, seen.Mention.Post.ThreadId));
        await line.ListenAsync();
        if (!withMore)
            return seen.Mention.Post.Id;
        await line.Approvals.SaveDraftAsync(id, $"About the {Words}: we ask", "Ben", CancellationToken.None);
        await line.ApproveAsync(await line.OpenAsync(seen), $"The {Words} melts every night.");
        await line.Approvals.UndoAsync(id, "Ana", CancellationToken.None);
        await line.Get<Notes>().AddAsync(id, $"They mean the {Words}", "Ana", CancellationToken.None);
        await line.Database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync($"INSERT INTO maker_question (id, maker, trade, note, asked_by, asked_at, expires_at, state) VALUES ('q', 'Mira', '', 'It is about {Words}', 'Ana', 0, 0, 'open')");
                return await session.ExecuteAsync("INSERT INTO asked_about (question_id, mention_id) VALUES ('q', @id)", new { id });
            },
            CancellationToken.None);
        await line.Get<Corrections>().CorrectAsync(id, Intent.Chat, null, "Ana", CancellationToken.None);
        await line.Approvals.LetBeAsync(id, $"only says {Words}", "Ana", CancellationToken.None);
        await line.Get<ForgettingService>().ForgetAsync(CancellationToken.None); // brings the log into the file
        return seen.Mention.Post.Id;
    }

    private static bool FilesHold(TestLine line, string words)
    {
        var file = Backups.FileOf(line.Database.Options);
        return new[] { file, file + "-wal" }.Where(File.Exists).Any(each => Holds(each, words));
    }

    private static bool Holds(string file, string words)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;
    }
}
