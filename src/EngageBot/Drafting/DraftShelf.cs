using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Drafting;

/// <summary>Stores what was drafted for a mention, inside the caller's transaction.</summary>
internal sealed class DraftShelf(PromptLibrary library)
{
    public async Task AddAsync(Session session, string mentionId, Draft draft)
    {
        var told = await MakerWords.ForAsync(session, mentionId);
        IReadOnlyList<Wording> wordings = [.. told, .. draft.Wordings];
        for (var place = 0; place < wordings.Count; place++)
            await AddAsync(session, mentionId, place, wordings[place]);
        if (told.Count > 0) // whoever asked somebody means to answer
            await session.ExecuteAsync("UPDATE mention SET let_be_advice = NULL WHERE id = @mentionId", new { mentionId });
    }

    private async Task AddAsync(Session session, string mentionId, int place, Wording wording)
    {
        if (wording.Picture is { } picture)
            await PictureStore.KeepAsync(session, picture.Hash, picture.MediaType, library.PictureOf(picture.Hash).Bytes);
        await session.ExecuteAsync(
            "INSERT INTO wording (mention_id, place, text, sources, picture, alt_text) VALUES (@mentionId, @place, @text, @sources, @picture, @altText)",
            new
            {
                mentionId,
                place = (long)place,
                text = wording.Text,
                sources = Lines.Join(wording.Sources),
                picture = wording.Picture?.Hash,
                altText = wording.Picture?.AltText,
            });
    }
}
