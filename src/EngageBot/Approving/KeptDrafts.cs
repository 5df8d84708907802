using EngageBot.Approving.Rules;
using EngageBot.Approving.Together;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>
/// Keeps what people type and have not approved. There is one place for it on a mention; words that a colleague's take
/// the place of are set aside for whoever wrote them.
/// </summary>
internal sealed class KeptDrafts(TimeProvider clock)
{
    /// <summary>Keeps these words on the desk; beside it while a colleague is writing there.</summary>
    public async Task<Decision> SaveAsync(Session session, Standing mention, string text, string? picture, string person)
    {
        var shown = picture is null ? null : await PictureRow.OfAsync(session, mention.Id, picture);
        if (await Claims.OfAnotherAsync(session, mention.Id, person, clock) is { } claim)
        {
            await SetAsideAsync(session, mention.Id, person, text, shown?.Hash, shown?.AltText);
            return new Decision.BeingWritten(claim.Person, claim.Since);
        }
        await SetAsideOthersAsync(session, mention.Id, person, text);
        await session.ExecuteAsync(
            """
            UPDATE mention SET typed_text = @text, typed_by = @person, typed_at = @now, typed_picture = @hash, typed_alt_text = @altText
            WHERE id = @Id
            """,
            new { mention.Id, text = text.Length == 0 ? null : text, person, now = clock.Milliseconds(), hash = shown?.Hash, altText = shown?.AltText });
        return new Decision.Taken(mention.State);
    }

    /// <summary>Takes the desk where it is free or shows an earlier state of the same words; else they lie beside it.</summary>
    public async Task<Decision> RecoverAsync(Session session, Standing mention, string text, string person)
    {
        var lying = await LyingAsync(session, mention.Id);
        if (mention.IsOpen && (lying is null || (SecondLook.SamePerson(lying.Person, person) && text.StartsWith(lying.Text, StringComparison.Ordinal))))
            return await SaveAsync(session, mention, text, lying?.Picture, person);
        if (lying?.Text != text)
            await SetAsideAsync(session, mention.Id, person, text, null, null);
        return new Decision.Taken(mention.State);
    }

    /// <summary>What lies there from somebody else stays theirs.</summary>
    /// <param name="text">What comes in its place.</param>
    public async Task SetAsideOthersAsync(Session session, string mentionId, string person, string text)
    {
        var lying = await LyingAsync(session, mentionId);
        if (lying is not null && lying.Text != text && !SecondLook.SamePerson(lying.Person, person))
            await SetAsideAsync(session, mentionId, lying.Person, lying.Text, lying.Picture, lying.AltText);
    }

    /// <summary>Empty words are none.</summary>
    public Task SetAsideAsync(Session session, string mentionId, string person, string text, string? picture, string? altText) =>
        text.Length == 0
            ? Task.CompletedTask
            : session.ExecuteAsync(
                """
                INSERT INTO set_aside (mention_id, person, text, picture, alt_text, at) VALUES (@mentionId, @person, @text, @picture, @altText, @now)
                ON CONFLICT (mention_id, person) DO UPDATE SET text = excluded.text, picture = excluded.picture, alt_text = excluded.alt_text, at = excluded.at
                """,
                new { mentionId, person, text, picture, altText, now = clock.Milliseconds() });

    /// <summary>Everybody's words that lie beside a mention, newest first.</summary>
    public static async Task<IReadOnlyList<TypedText>> BesideAsync(Session session, string mentionId) =>
    [
        .. (await session.QueryAsync<Beside>(
            """
            SELECT text AS Text, person AS Person, at AS At, picture AS Picture, alt_text AS AltText, (SELECT media_type FROM picture WHERE hash = set_aside.picture) AS MediaType
            FROM set_aside WHERE mention_id = @mentionId ORDER BY at DESC
            """,
            new { mentionId })).Select(row => new TypedText(row.Text, row.Person, Moment.Of(row.At), PictureRow.ToPicture(row.Picture, row.MediaType, row.AltText))),
    ];

    /// <summary>They have taken their words back, or need them no more.</summary>
    public static Task<int> ForgetAsync(Session session, string mentionId, string person) =>
        session.ExecuteAsync("DELETE FROM set_aside WHERE mention_id = @mentionId AND person = @person", new { mentionId, person });

    private static Task<Lying?> LyingAsync(Session session, string mentionId) =>
        session.FirstOrDefaultAsync<Lying>(
            "SELECT typed_text AS Text, typed_by AS Person, typed_picture AS Picture, typed_alt_text AS AltText FROM mention WHERE id = @mentionId AND typed_text IS NOT NULL",
            new { mentionId });

    private sealed record Lying(string Text, string Person, string? Picture, string? AltText);

    private sealed record Beside(string Text, string Person, long At, string? Picture, string? AltText, string? MediaType);
}
