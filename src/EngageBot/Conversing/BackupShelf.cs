using EngageBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EngageBot.Conversing;

/// <summary>
/// Knows where the backups of a SQLite database lie, and takes out of them what was forgotten after they were made.
/// A backup stays what it is otherwise: of the version that made it, with every state and every reply as it was.
/// </summary>
internal sealed partial class BackupShelf(Database database, ILogger<BackupShelf> logger, TimeProvider clock)
{
    private int cleanedAt = -1;

    public Task NoteAsync(string file, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await NoteAsync(session, file, clock.Milliseconds());
                return true;
            },
            cancellationToken);

    /// <summary>A database of an older version that nobody has started anew has no place for it yet.</summary>
    public static async Task NoteAsync(Session session, string file, long at)
    {
        if (await IsKeptAsync(session))
            await session.ExecuteAsync("INSERT INTO backup (file, at) VALUES (@file, @at) ON CONFLICT (file) DO UPDATE SET at = excluded.at", new { file, at });
    }

    public Task<IReadOnlyList<KnownBackup>> AllAsync(CancellationToken cancellationToken) => database.ReadAsync(AllAsync, cancellationToken);

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<KnownBackup>> AllAsync(Session session) =>
        await IsKeptAsync(session) ? await session.QueryAsync<KnownBackup>("SELECT file AS File, at AS At FROM backup ORDER BY at DESC, file") : [];

    private static async Task<bool> IsKeptAsync(Session session) =>
        await session.FirstOrDefaultAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'backup'") is not null;

    /// <summary>Goes through all of them when something was forgotten since it last did.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        var gone = await database.ReadAsync(Withdrawn.KnownToAsync, cancellationToken);
        if (gone.Posts.Count + gone.People.Count == cleanedAt)
            return;
        var all = true;
        foreach (var backup in await AllAsync(cancellationToken))
        {
            if (!File.Exists(backup.File))
                await database.WriteAsync(session => session.ExecuteAsync("DELETE FROM backup WHERE file = @File", new { backup.File }), cancellationToken);
            else
                all &= await TryCleanAsync(backup.File, gone, cancellationToken);
        }
        cleanedAt = all ? gone.Posts.Count + gone.People.Count : -1;
    }

    private async Task<bool> TryCleanAsync(string file, Withdrawn gone, CancellationToken cancellationToken)
    {
        try
        {
            await CleanAsync(file, gone, cancellationToken);
            return true;
        }
        catch (SqliteException exception)
        {
            LogUnclean(file, StorageTrouble.Explain(exception)!);
            return false;
        }
    }

    private static async Task CleanAsync(string file, Withdrawn gone, CancellationToken cancellationToken)
    {
        var place = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        await using var backup = new Database(Options.Create(new StorageOptions { ConnectionString = place }));
        var (mentions, people, tables) = await backup.ReadAsync(
            async session => (
                await gone.MentionsInAsync(session), await gone.PeopleInAsync(session),
                (await session.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'")).ToHashSet()),
            cancellationToken);
        if (mentions.Count + people.Count == 0)
            return;
        await backup.WriteAsync(
            async session =>
            {
                if (tables.Contains("said_words"))
                    await session.ExecuteAsync("INSERT INTO said_words (said_words, rank) VALUES ('secure-delete', 1)");
                foreach (var mention in mentions)
                    await Forgetting.MentionAsync(session, mention, tables);
                foreach (var (talkerId, at) in people)
                {
                    await session.ExecuteAsync("UPDATE talker SET opted_out_at = @at WHERE id = @talkerId", new { talkerId, at });
                    await Forgetting.PersonAsync(session, talkerId, tables);
                }
                return true;
            },
            cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Words that were withdrawn could not be taken out of the backup {File}; delete it, or let this user write it. {Why}")]
    private partial void LogUnclean(string file, string why);
}

/// <summary>A copy of the database, where it was put, and when.</summary>
internal sealed record KnownBackup(string File, long At);
