using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>A picture that a wording of a mention shows, or one that was kept with the words that somebody typed or proposed.</summary>
internal sealed record PictureRow(string Hash, string MediaType, string? AltText)
{
    /// <summary>Null when the mention's draft does not show it (any more).</summary>
    public static Task<PictureRow?> OfAsync(Session session, string mentionId, string hash) =>
        session.FirstOrDefaultAsync<PictureRow>(
            """
            SELECT hash AS Hash, media_type AS MediaType, shown.alt_text AS AltText
            FROM (SELECT picture, alt_text FROM wording WHERE mention_id = @mentionId
                  UNION ALL SELECT typed_picture, typed_alt_text FROM mention WHERE id = @mentionId
                  UNION ALL SELECT picture, alt_text FROM proposal WHERE mention_id = @mentionId
                  UNION ALL SELECT picture, alt_text FROM set_aside WHERE mention_id = @mentionId) AS shown
            JOIN picture ON hash = shown.picture
            WHERE hash = @hash LIMIT 1
            """,
            new { mentionId, hash });

    public static Picture? ToPicture(string? hash, string? mediaType, string? altText) =>
        hash is null || mediaType is null ? null : new Picture(hash, mediaType, altText ?? "");
}
