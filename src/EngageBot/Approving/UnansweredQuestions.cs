using EngageBot.Conversing;
using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What followers asked and the library does not know: somebody has to find out, and tell them as promised.</summary>
internal sealed class UnansweredQuestions(Database database, Journal journal, Bell bell)
{
    /// <summary>Newest first; what was deleted or let be is none of them.</summary>
    public Task<IReadOnlyList<UnansweredQuestion>> ListAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => (IReadOnlyList<UnansweredQuestion>)
            [
                .. (await session.QueryAsync<Row>(
                    """
                    SELECT mention.id AS Id, talker.user_id AS UserId, talker.handle AS Handle, talker.name AS Name, mention.text AS Text,
                           mention.language AS Language, mention.posted_at AS PostedAt, mention.state AS State
                    FROM mention JOIN talker ON talker.id = mention.talker_id
                    WHERE mention.unanswered = 1 AND mention.state NOT IN ('withdrawn', 'let-be')
                    ORDER BY mention.posted_at DESC, mention.id DESC LIMIT @limit
                    """,
                    new { limit = (long)limit })).Select(row => row.ToQuestion()),
            ],
            cancellationToken);

    /// <summary>Somebody has found out. False when it was settled before.</summary>
    public async Task<bool> SettleAsync(string mentionId, string person, CancellationToken cancellationToken)
    {
        var settled = await database.WriteAsync(
            async session =>
            {
                var state = await session.FirstOrDefaultAsync<string>("UPDATE mention SET unanswered = 0 WHERE id = @mentionId AND unanswered = 1 RETURNING state", new { mentionId });
                if (state is not null)
                    await journal.AppendAsync(session, person, mentionId, "found-out", Words.Parse<MentionState>(state), Words.Parse<MentionState>(state));
                return state is not null;
            },
            cancellationToken);
        if (settled)
            bell.Ring(Topic.Mentions);
        return settled;
    }

    private sealed record Row(string Id, string UserId, string Handle, string Name, string Text, string Language, long PostedAt, string State)
    {
        public UnansweredQuestion ToQuestion() =>
            new(Id, new Person(UserId, Handle, Name), Text, Language, Moment.Of(PostedAt), Words.Parse<MentionState>(State));
    }
}

/// <summary>A question that waits for somebody who knows.</summary>
public sealed record UnansweredQuestion(string MentionId, Person Author, string Text, string Language, DateTimeOffset AskedAt, MentionState State)
{
    /// <summary>The question without handles and links: those are nobody else's business.</summary>
    public string Plain { get; } = WithoutThanks(Bare(Text));

    /// <summary>"Thanks. Is that the same on Saturday?" asks about Saturday.</summary>
    private static string WithoutThanks(string question) =>
        question.IndexOfAny(['.', '!']) is > 0 and var end && question.IndexOf('?', end) > 0 && Speech.Thanks(question[..end]) && question[(end + 1)..].Trim(' ', '!', '.') is { Length: > 1 } rest
            ? char.ToUpperInvariant(rest[0]) + rest[1..]
            : question;

    internal static string Bare(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.TrimStart('.', '(', '"').StartsWith('@') && !word.StartsWith("http", StringComparison.OrdinalIgnoreCase))) is { Length: > 0 } question
            ? char.ToUpperInvariant(question[0]) + question[1..]
            : text;
}
