using System.Data.Common;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Library.Editing;

/// <summary>
/// Changes library files for people at the desk and keeps every version. An edit names the text that its author saw: if another
/// stands there by now, nothing is written and they learn who was faster.
/// </summary>
internal sealed class LibraryEdits(Database database, PromptLibrary library, LibraryFolder folder, TimeProvider clock)
{
    /// <summary>Saves a text that the library can use; nothing else is written.</summary>
    /// <param name="seen">The mark of the text that the author began with; null for a file that must not be there yet.</param>
    public async Task<EditOutcome> SaveAsync(string file, string text, string? seen, string editor, CancellationToken cancellationToken, bool restored = false)
    {
        if (LibraryNames.Objection(file) is { } objection)
            return new EditOutcome.Unwritable(objection);
        try
        {
            if (library.Objection(file, PromptLibrary.Understand(file, text)) is { } loud)
                return new EditOutcome.Broken(loud.Line, loud.Reason);
        }
        catch (BrokenFileException broken)
        {
            return new EditOutcome.Broken(broken.Line, broken.Message);
        }
        return await ChangeAsync(new Change(file, text, seen, editor, restored ? "restored" : seen is null ? "added" : "changed"), cancellationToken);
    }

    /// <summary>Takes a file away; its text stays in the history, and <see cref="SaveAsync"/> brings it back.</summary>
    public Task<EditOutcome> RemoveAsync(string file, string seen, string editor, CancellationToken cancellationToken) =>
        ChangeAsync(new Change(file, null, seen, editor, "removed"), cancellationToken);

    private async Task<EditOutcome> ChangeAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await database.WriteAsync(session => ChangeAsync(session, change), cancellationToken);
            if (outcome is EditOutcome.Saved)
                library.Refresh(change.File);
            return outcome;
        }
        catch (RefusedFileException refused)
        {
            return new EditOutcome.Unwritable(refused.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new EditOutcome.Unwritable(FolderTrouble.Explain(exception));
        }
        catch (DbException exception)
        {
            return new EditOutcome.Unwritable($"Nothing was saved, and nothing is lost. {StorageTrouble.Explain(exception) ?? exception.Message}");
        }
    }

    /// <summary>
    /// The number is read before the file is looked at, and only one edit can have it: of two replicas that saw the same text, one
    /// writes. The file changes before the commit, so that history never tells of a text that was not written.
    /// </summary>
    private async Task<EditOutcome> ChangeAsync(Session session, Change change)
    {
        var number = 1 + await session.FirstOrDefaultAsync<long>("SELECT number FROM library_edit WHERE file = @File ORDER BY number DESC LIMIT 1", new { change.File });
        var current = folder.Read(change.File);
        if (current?.Mark != change.Seen || !await NoteAsync(session, change, number, current?.Text))
            return await WhoWasFasterAsync(session, change.File);
        if (change.Text is null)
        {
            folder.Delete(change.File);
            return new EditOutcome.Saved(change.File, null);
        }
        return new EditOutcome.Saved(change.File, folder.Write(change.File, change.Text, replace: current is not null));
    }

    private async Task<bool> NoteAsync(Session session, Change change, long number, string? before) =>
        await session.ExecuteAsync(
            """
            INSERT INTO library_edit (id, file, number, at, editor, what, text_before, text_after)
            VALUES (@id, @File, @number, @now, @Editor, @What, @before, @Text)
            ON CONFLICT (file, number) DO NOTHING
            """,
            new { id = Ids.New(clock), change.File, number, now = clock.Milliseconds(), change.Editor, change.What, before, change.Text }) == 1;

    private async Task<EditOutcome> WhoWasFasterAsync(Session session, string file)
    {
        var now = folder.Read(file);
        var last = await session.FirstOrDefaultAsync<Faster>(
            "SELECT editor AS Editor, at AS At, text_after AS Text FROM library_edit WHERE file = @file ORDER BY number DESC LIMIT 1", new { file });
        return last is not null && last.Text?.TrimEnd() == now?.Text.TrimEnd()
            ? new EditOutcome.Collided(now, last.Editor, Moment.Of(last.At))
            : new EditOutcome.Collided(now, null, null);
    }

    private sealed record Change(string File, string? Text, string? Seen, string Editor, string What);

    private sealed record Faster(string Editor, long At, string? Text);
}
