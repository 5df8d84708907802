using EngageBot.Approving.Makers;
using EngageBot.Approving.Rules;
using EngageBot.Approving.Together;
using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Opens one mention with everything around it.</summary>
internal sealed class MentionDesk(Database database, TimeProvider clock)
{
    /// <summary>Null when there is no such mention.</summary>
    public Task<OpenMention?> OpenAsync(string mentionId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => OpenAsync(session, mentionId), cancellationToken);

    /// <summary>Notes how long it lay open before this person decided about it.</summary>
    public Task NoteHandledAsync(string mentionId, string person, Decision decision, DateTimeOffset openedAt) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO handling (id, mention_id, person, to_state, opened_at, decided_at) VALUES (@id, @mentionId, @person, @to, @openedAt, @now)",
                new { id = Ids.New(clock), mentionId, person, to = Words.Of((decision as Decision.Taken)?.State ?? MentionState.Waiting), openedAt = openedAt.ToUnixTimeMilliseconds(), now = clock.Milliseconds() }),
            CancellationToken.None);

    private async Task<OpenMention?> OpenAsync(Session session, string mentionId)
    {
        var row = await session.FirstOrDefaultAsync<MentionRow>(MentionRow.Select, new { mentionId });
        if (row is null)
            return null;
        var wordings = await session.QueryAsync<WordingRow>(
            """
            SELECT text AS Text, sources AS Sources, picture AS Picture, alt_text AS AltText, (SELECT media_type FROM picture WHERE hash = wording.picture) AS MediaType
            FROM wording WHERE mention_id = @mentionId ORDER BY place
            """,
            new { mentionId });
        var before = await session.FirstOrDefaultAsync<long>(
            "SELECT COUNT(*) FROM reply WHERE talker_id = @TalkerId AND conversation_id <> @ConversationId AND state = 'sent'",
            new { row.TalkerId, row.ConversationId });
        return new OpenMention(
            row.ToMention(),
            row.ToAccount(),
            new Draft([.. wordings.Select(wording => wording.ToWording())], row.LetBeAdvice, row.Unanswered is not null),
            row.ToTyped(),
            await ThreadOf.ConversationAsync(session, row.ConversationId, row.Id),
            await LatestReplyAsync(session, mentionId),
            before,
            await Journal.OfAsync(session, mentionId))
        {
            Talk = await WhoseTurn.InAsync(session, row.ConversationId, clock),
            Proposed = await Proposals.OfAsync(session, mentionId),
            Earlier = await EarlierTalk.OfAsync(session, row.TalkerId, row.ConversationId, clock),
            Writing = await Claims.OfAsync(session, mentionId, clock),
            BegunAt = row.DraftWithdrawnAt is null ? null : Moment.Of(row.SenseUntil),
            AssignedTo = row.AssignedTo,
            Notes = await Notes.OfAsync(session, row.ConversationId),
            Owed = await TalkPromise.InAsync(session, row.ConversationId),
            Makers = await MakerBoard.OfTalkAsync(session, row.ConversationId),
            SetAside = await KeptDrafts.BesideAsync(session, mentionId),
        };
    }

    private static async Task<Reply?> LatestReplyAsync(Session session, string mentionId) =>
        (await session.FirstOrDefaultAsync<ReplyRow>(ReplyRow.Select + " WHERE mention_id = @mentionId ORDER BY approved_at DESC, id DESC LIMIT 1", new { mentionId }))?.ToReply();

    private sealed record WordingRow(string Text, string Sources, string? Picture, string? AltText, string? MediaType)
    {
        public Wording ToWording() => new(Text, Lines.Split(Sources), PictureRow.ToPicture(Picture, MediaType, AltText));
    }
}
