using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving.Together;

/// <summary>
/// What colleagues tell each other about a talk; never posted. Notes are only ever added, and go when a post of the talk
/// is deleted on the network, since they may quote it; the journal keeps that there were some.
/// </summary>
internal sealed class Notes(Database database, Journal journal, Bell bell, TimeProvider clock)
{
    public const int Longest = 1000;

    public async Task<Decision> AddAsync(string mentionId, string text, string author, CancellationToken cancellationToken)
    {
        var tidy = text.Trim();
        if (tidy.Length is 0 or > Longest)
            return new Decision.NotPostable(tidy.Length == 0 ? "The note is empty." : $"The note is too long; {Longest} characters are kept.");
        var decision = await database.WriteAsync(
            async session => await Standing.OfAsync(session, mentionId) is { } mention ? await AddAsync(session, mention, tidy, author) : new Decision.NotFound(),
            cancellationToken);
        if (decision.ChangedSomething)
            bell.Ring(Topic.Mentions);
        return decision;
    }

    /// <summary>The notes of a whole talk, oldest first.</summary>
    public static async Task<IReadOnlyList<Note>> OfAsync(Session session, string conversationId) =>
    [
        .. (await session.QueryAsync<Row>(
            "SELECT mention_id AS MentionId, author AS Author, at AS At, text AS Text FROM note WHERE conversation_id = @conversationId ORDER BY at, id",
            new { conversationId })).Select(row => new Note(row.MentionId, row.Author, Moment.Of(row.At), row.Text)),
    ];

    private async Task<Decision> AddAsync(Session session, Standing mention, string text, string author)
    {
        if (mention.State == MentionState.Withdrawn)
            return new Decision.TooLate("It was deleted, or its author asked us to stop. Nothing is noted about it any more.");
        await session.ExecuteAsync(
            "INSERT INTO note (id, mention_id, conversation_id, author, at, text) VALUES (@id, @mentionId, @ConversationId, @author, @at, @text)",
            new { id = Ids.New(clock), mentionId = mention.Id, mention.ConversationId, author, at = clock.Milliseconds(), text });
        await journal.AppendAsync(session, author, mention.Id, "noted", mention.State, mention.State);
        return new Decision.Taken(mention.State);
    }

    private sealed record Row(string MentionId, string Author, long At, string Text);
}

/// <summary>A note among colleagues.</summary>
/// <param name="MentionId">The mention that lay open when it was written.</param>
public sealed record Note(string MentionId, string Author, DateTimeOffset At, string Text);
