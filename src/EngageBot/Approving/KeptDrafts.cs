using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Keeps what people type and have not approved.</summary>
internal sealed class KeptDrafts(TimeProvider clock)
{
    public async Task<Decision> SaveAsync(Session session, Standing mention, string text, string? picture, string person)
    {
        var shown = picture is null ? null : await PictureRow.OfAsync(session, mention.Id, picture);
        await session.ExecuteAsync(
            """
            UPDATE mention SET typed_text = @text, typed_by = @person, typed_at = @now, typed_picture = @hash, typed_alt_text = @altText
            WHERE id = @Id
            """,
            new { mention.Id, text = text.Length == 0 ? null : text, person, now = clock.Milliseconds(), hash = shown?.Hash, altText = shown?.AltText });
        return new Decision.Taken(mention.State);
    }
}
