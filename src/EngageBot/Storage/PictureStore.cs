namespace EngageBot.Storage;

/// <summary>Keeps the files of pictures, so that what was shown is what is posted, whatever becomes of the library meanwhile.</summary>
internal sealed class PictureStore(Database database)
{
    public static Task KeepAsync(Session session, string hash, string mediaType, byte[] bytes) =>
        session.ExecuteAsync(
            "INSERT INTO picture (hash, media_type, bytes) VALUES (@hash, @mediaType, @bytes) ON CONFLICT (hash) DO NOTHING",
            new { hash, mediaType, bytes = Convert.ToBase64String(bytes) });

    /// <summary>Null when no draft ever showed it.</summary>
    public async Task<StoredPicture?> FindAsync(string hash, CancellationToken cancellationToken) =>
        await database.ReadAsync(session => session.FirstOrDefaultAsync<Row>("SELECT media_type AS MediaType, bytes AS Bytes FROM picture WHERE hash = @hash", new { hash }), cancellationToken) is { } row
            ? new StoredPicture(row.MediaType, Convert.FromBase64String(row.Bytes))
            : null;

    private sealed record Row(string MediaType, string Bytes);
}

/// <summary>A picture's file.</summary>
internal sealed record StoredPicture(string MediaType, byte[] Bytes);
