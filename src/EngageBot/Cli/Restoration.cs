using EngageBot.Conversing;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary>
/// Puts a backup in the place of the database. What happened since the backup must not be undone by it: people who withdrew stay withdrawn,
/// and a reply that was still to go out may have gone, so our timeline is asked before anything is sent.
/// </summary>
internal sealed class Restoration(
    IOptions<StorageOptions> options, IOptions<ListeningOptions> listening, Database present, Withdrawals withdrawals, Journal journal, ILogger<Migrations> logger, TimeProvider clock)
{
    private readonly string file = Backups.FileOf(options.Value);

    public async Task<Restored> FromAsync(string backup, CancellationToken cancellationToken)
    {
        var draft = file + ".restoring";
        try
        {
            File.Copy(backup, draft, overwrite: true);
            Backups.RefuseDamaged(draft);
            var (withdrawn, unclear, isSilent) = await PrepareAsync(draft, cancellationToken);
            await present.DisposeAsync(); // lets go of the file
            var kept = Exchange(draft);
            await NoteBackupsAsync([backup, kept], cancellationToken);
            return new Restored(kept, withdrawn, unclear, isSilent);
        }
        finally
        {
            foreach (var left in Beside(draft))
                File.Delete(left);
        }
    }

    private async Task<Prepared> PrepareAsync(string draft, CancellationToken cancellationToken)
    {
        await using var restored = new Database(Options.Create(new StorageOptions { ConnectionString = $"Data Source={draft}" }));
        await new Migrations(restored, logger).ApplyAsync(cancellationToken);
        var known = File.Exists(file) ? await KnownAsync(cancellationToken) : new Known(Withdrawn.Nothing, []);
        var result = await restored.WriteAsync(
            async session =>
            {
                var withdrawn = await WithdrawAsync(session, known?.Gone ?? Withdrawn.Nothing);
                foreach (var copy in known?.Backups ?? [])
                    await BackupShelf.NoteAsync(session, copy.File, copy.At);
                return new Prepared(withdrawn, await DoubtAsync(session), known is null);
            },
            cancellationToken);
        await restored.ReadAsync(session => session.FirstOrDefaultAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken); // the one file is all of it
        return result;
    }

    /// <summary>What the database that is replaced knows; null when it is too damaged to be asked.</summary>
    private async Task<Known?> KnownAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await present.ReadAsync(
                async session => new Known(await Withdrawn.KnownToAsync(session), await BackupShelf.AllAsync(session)), cancellationToken);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private async Task<int> WithdrawAsync(Session session, Withdrawn gone)
    {
        var people = await gone.PeopleInAsync(session);
        foreach (var (talkerId, at) in people)
        {
            await session.ExecuteAsync("UPDATE talker SET opted_out_at = @at WHERE id = @talkerId", new { talkerId, at });
            await withdrawals.BecauseAskedToStopAsync(session, talkerId);
        }
        // What was taken out of the backup after it was made still waits there, without words.
        var wordless = await session.QueryAsync<string>("SELECT id FROM mention WHERE text = '' AND state IN ('waiting', 'snoozed', 'answering', 'needs-attention')");
        var mentions = (await gone.MentionsInAsync(session)).Concat(wordless).ToHashSet();
        foreach (var mention in mentions)
            await withdrawals.BecauseDeletedAsync(session, mention);
        await withdrawals.ForgetStoppedAsync(session);
        // Others may have deleted theirs without our knowing: what was looked up regularly when the backup was made is looked up at the next start.
        await session.ExecuteAsync(
            "UPDATE mention SET checked_at = @again WHERE posted_at > (SELECT MAX(seen_at) FROM mention) - @watched",
            new { again = Rechecks.WhateverItsAge, watched = (long)TimeSpan.FromDays(listening.Value.RecheckDays).TotalMilliseconds });
        return people.Count + mentions.Count;
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

    /// <summary>Both are copies from which people can withdraw.</summary>
    private async Task NoteBackupsAsync(string?[] files, CancellationToken cancellationToken)
    {
        await using var restored = new Database(options);
        await restored.WriteAsync(
            async session =>
            {
                foreach (var copy in files.OfType<string>())
                    await BackupShelf.NoteAsync(session, copy, clock.GetUtcNow().ToUnixTimeMilliseconds());
                return true;
            },
            cancellationToken);
    }

    private static IEnumerable<string> Beside(string database) => new[] { database, database + "-wal", database + "-shm" }.Where(File.Exists);

    private sealed record Known(Withdrawn Gone, IReadOnlyList<KnownBackup> Backups);

    private sealed record Prepared(int Withdrawn, int Unclear, bool IsSilent);
}

/// <param name="Kept">The database that was replaced.</param>
/// <param name="Withdrawn">Mentions and people taken out again.</param>
/// <param name="Unclear">Replies whose fate our timeline will tell.</param>
/// <param name="IsSilent">The database that was replaced could not be read any more: it did not tell who withdrew since the backup.</param>
internal sealed record Restored(string? Kept, int Withdrawn, int Unclear, bool IsSilent);
