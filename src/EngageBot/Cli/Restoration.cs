using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary>
/// Puts a backup in the place of the database. What happened since the backup must not be undone by it: people who withdrew stay withdrawn,
/// and a reply that was still to go out may have gone, so our timeline is asked before anything is sent.
/// </summary>
internal sealed class Restoration(IOptions<StorageOptions> options, Database present, Withdrawals withdrawals, Journal journal, ILogger<Migrations> logger, TimeProvider clock)
{
    private readonly string file = Backups.FileOf(options.Value);

    public async Task<Restored> FromAsync(string backup, CancellationToken cancellationToken)
    {
        var draft = file + ".restoring";
        try
        {
            File.Copy(backup, draft, overwrite: true);
            Backups.RefuseDamaged(draft);
            var (withdrawn, unclear) = await PrepareAsync(draft, cancellationToken);
            await present.DisposeAsync(); // lets go of the file
            return new Restored(Exchange(draft), withdrawn, unclear);
        }
        finally
        {
            foreach (var left in Beside(draft))
                File.Delete(left);
        }
    }

    private async Task<(int Withdrawn, int Unclear)> PrepareAsync(string draft, CancellationToken cancellationToken)
    {
        await using var restored = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={draft}" }));
        await new Migrations(restored, logger).ApplyAsync(cancellationToken);
        var (gone, stopped) = File.Exists(file) ? await WithdrawnSinceAsync(cancellationToken) : ([], []);
        var result = await restored.WriteAsync(
            async session => (await WithdrawAsync(session, gone, stopped), await DoubtAsync(session)),
            cancellationToken);
        await restored.ReadAsync(session => session.FirstOrDefaultAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken); // the one file is all of it
        return result;
    }

    /// <summary>What the database that is replaced knows: posts whose words were forgotten, and people who asked us to stop.</summary>
    private Task<(IReadOnlyList<string> Posts, IReadOnlyList<string> People)> WithdrawnSinceAsync(CancellationToken cancellationToken) =>
        present.ReadAsync(
            async session => (
                await session.QueryAsync<string>("SELECT post_id FROM mention WHERE state = 'withdrawn' AND text = ''"),
                await session.QueryAsync<string>("SELECT user_id FROM talker WHERE opted_out_at IS NOT NULL")),
            cancellationToken);

    private async Task<int> WithdrawAsync(Session session, IReadOnlyList<string> posts, IReadOnlyList<string> people)
    {
        var withdrawn = 0;
        foreach (var post in posts)
            foreach (var id in await session.QueryAsync<string>("SELECT id FROM mention WHERE post_id = @post AND text <> ''", new { post }))
            {
                await withdrawals.BecauseDeletedAsync(session, id);
                withdrawn++;
            }
        foreach (var person in people)
            foreach (var id in await session.QueryAsync<string>("SELECT id FROM talker WHERE user_id = @person AND opted_out_at IS NULL", new { person }))
            {
                await withdrawals.BecauseAskedToStopAsync(session, id);
                withdrawn++;
            }
        // Others may have deleted theirs without our knowing: every mention is looked up again at the next start.
        await session.ExecuteAsync("UPDATE mention SET checked_at = 0");
        return withdrawn;
    }

    private async Task<int> DoubtAsync(Session session)
    {
        const string Problem = "A backup was restored; our timeline tells whether this went out since it was made.";
        var doubtful = await session.QueryAsync<string>(
            "UPDATE reply SET state = 'unclear', state_since = @now, attempted_at = COALESCE(attempted_at, approved_at), problem = @Problem WHERE state IN ('held', 'sending') RETURNING mention_id",
            new { now = clock.GetUtcNow().ToUnixTimeMilliseconds(), Problem });
        foreach (var mention in doubtful)
            await journal.AppendAsync(session, Journal.Engine, mention, "unclear", MentionState.Answering, MentionState.Answering, Problem);
        return doubtful.Count;
    }

    /// <summary>Where the present database is kept; null when there was none.</summary>
    private string? Exchange(string draft)
    {
        string? kept = null;
        if (File.Exists(file))
        {
            kept = $"{file}.before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmss}";
            foreach (var part in Beside(file))
                File.Move(part, kept + part[file.Length..]);
        }
        File.Move(draft, file);
        return kept;
    }

    private static IEnumerable<string> Beside(string database) => new[] { database, database + "-wal", database + "-shm" }.Where(File.Exists);
}

/// <param name="Kept">The database that was replaced.</param>
/// <param name="Withdrawn">Mentions and people taken out again.</param>
/// <param name="Unclear">Replies whose fate our timeline will tell.</param>
internal sealed record Restored(string? Kept, int Withdrawn, int Unclear);
