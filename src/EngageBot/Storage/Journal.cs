using EngageBot.Model;

namespace EngageBot.Storage;

/// <summary>The append-only journal: every transition of a mention, written in the transaction that makes it.</summary>
internal sealed class Journal(TimeProvider clock)
{
    /// <summary>The actor of what nobody decided.</summary>
    public const string Engine = "engagebot";

    /// <summary>The one change that is ever made to it: what people wrote about a mention may quote words that must be forgotten. That it happened stays.</summary>
    public const string ForgetWords = "UPDATE journal SET why = '' WHERE mention_id = @mentionId AND what IN ('let-be', 'approved', 'released', 'redrafted')";

    public Task AppendAsync(Session session, string actor, string mentionId, string what, MentionState? from, MentionState to, string why = "") =>
        session.ExecuteAsync(
            """
            INSERT INTO journal (id, at, actor, mention_id, what, from_state, to_state, why)
            VALUES (@id, @at, @actor, @mentionId, @what, @from, @to, @why)
            """,
            new
            {
                id = Ids.New(clock),
                at = clock.Milliseconds(),
                actor,
                mentionId,
                what,
                from = from is { } state ? Words.Of(state) : "",
                to = Words.Of(to),
                why,
            });

    /// <summary>The story of one mention, oldest first.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> OfAsync(Session session, string mentionId)
    {
        var rows = await session.QueryAsync<Row>(
            """
            SELECT id AS Id, at AS At, actor AS Actor, mention_id AS MentionId, what AS What,
                   from_state AS FromState, to_state AS ToState, why AS Why
            FROM journal WHERE mention_id = @mentionId ORDER BY at, id
            """,
            new { mentionId });
        return [.. rows.Select(row => new JournalEntry(row.Id, Moment.Of(row.At), row.Actor, row.MentionId, row.What, row.FromState, row.ToState, row.Why))];
    }

    private sealed record Row(string Id, long At, string Actor, string MentionId, string What, string FromState, string ToState, string Why);
}
