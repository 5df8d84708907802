using EngageBot.Storage;

namespace EngageBot.Library.Editing;

/// <summary>What the desk did to the library. It lies in the store and not beside the files: replicas share it, backups hold it, and the folder stays clean for git.</summary>
internal sealed class LibraryHistory(Database database, LibraryFolder folder)
{
    private const string Select =
        """
        SELECT id AS Id, file AS File, at AS At, editor AS Editor, what AS What, text_before AS Before, text_after AS After FROM library_edit

        """;

    /// <summary>The latest changes of one file, newest first.</summary>
    public Task<IReadOnlyList<LibraryEdit>> OfAsync(string file, CancellationToken cancellationToken) =>
        ReadAsync("WHERE file = @file ORDER BY number DESC LIMIT 50", new { file }, cancellationToken);

    /// <summary>The files that were removed at the desk and are still gone, the latest first.</summary>
    public async Task<IReadOnlyList<LibraryEdit>> RemovedAsync(CancellationToken cancellationToken)
    {
        var removed = await ReadAsync(
            """
            WHERE what = 'removed' AND number = (SELECT MAX(number) FROM library_edit AS later WHERE later.file = library_edit.file)
            ORDER BY at DESC LIMIT 200
            """,
            null,
            cancellationToken);
        return [.. removed.Where(edit => !folder.Holds(edit.File))];
    }

    private Task<IReadOnlyList<LibraryEdit>> ReadAsync(string which, object? parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (IReadOnlyList<LibraryEdit>)
            [
                .. (await session.QueryAsync<Row>(Select + which, parameters))
                    .Select(row => new LibraryEdit(row.Id, row.File, Moment.Of(row.At), row.Editor, row.What, row.Before, row.After)),
            ],
            cancellationToken);

    private sealed record Row(string Id, string File, long At, string Editor, string What, string? Before, string? After);
}
