using EngageBot.Storage;

namespace EngageBot.Approving.Makers;

/// <summary>A question to a maker as the database gives it.</summary>
internal sealed record MakerRow(
    string Id, string Maker, string Trade, string Note, string AskedBy, long AskedAt, long? RemindedAt, long ExpiresAt, string State, long? ClosedAt,
    string? FirstName, string? Words, long Consent, string? Snippet)
{
    private const string Select =
        """
        SELECT id AS Id, maker AS Maker, trade AS Trade, note AS Note, asked_by AS AskedBy, asked_at AS AskedAt, reminded_at AS RemindedAt, expires_at AS ExpiresAt,
               state AS State, closed_at AS ClosedAt, first_name AS FirstName, words AS Words, consent AS Consent, snippet AS Snippet
        FROM maker_question

        """;

    /// <param name="which">The rest of the statement, from WHERE on.</param>
    public static async Task<IReadOnlyList<MakerQuestion>> ReadAsync(Session session, string which, object parameters)
    {
        var questions = new List<MakerQuestion>();
        foreach (var row in await session.QueryAsync<MakerRow>(Select + which, parameters))
            questions.Add(row.ToQuestion(await AskedAsync(session, row.Id)));
        return questions;
    }

    /// <summary>Null when there is no such question.</summary>
    public static async Task<MakerQuestion?> OneAsync(Session session, string id) => await ReadAsync(session, "WHERE id = @id", new { id }) is [var question] ? question : null;

    private static async Task<IReadOnlyList<AskedMention>> AskedAsync(Session session, string id) =>
    [
        .. (await session.QueryAsync<AskedRow>(
            """
            SELECT mention.id AS Id, talker.handle AS Handle, mention.text AS Text, mention.language AS Language FROM asked_about
            JOIN mention ON mention.id = asked_about.mention_id JOIN talker ON talker.id = mention.talker_id
            WHERE asked_about.question_id = @id ORDER BY mention.id
            """,
            new { id })).Select(asked => new AskedMention(asked.Id, asked.Handle, UnansweredQuestion.Bare(asked.Text), asked.Language)),
    ];

    private MakerQuestion ToQuestion(IReadOnlyList<AskedMention> asked) =>
        new(Id, Maker, Trade, Note, AskedBy, Moment.Of(AskedAt), Moment.Of(RemindedAt), Moment.Of(ExpiresAt), Model.Words.Parse<MakerState>(State), Moment.Of(ClosedAt), asked)
        {
            FirstName = FirstName,
            Words = Words,
            Consent = Consent == 1,
            Snippet = Snippet,
        };

    private sealed record AskedRow(string Id, string Handle, string Text, string Language);
}
