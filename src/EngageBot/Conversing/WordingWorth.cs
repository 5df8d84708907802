using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>Which wordings start talks: how often each template's words were sent as they stand, asked something, and were answered.</summary>
internal static class WordingWorth
{
    private const long FewestSent = 8;
    // so many replies of the average kind are thought beside what was counted: a lucky few prove nothing
    private const double Doubt = 10;

    /// <summary>A reply of ours is public.</summary>
    public static async Task NoteSentAsync(Session session, string replyId)
    {
        var reply = (await session.FirstOrDefaultAsync<Sent>("SELECT text AS Text, sources AS Sources, edited AS Edited FROM reply WHERE id = @replyId", new { replyId }))!;
        var asked = Speech.Asks(reply.Text) ? 1L : 0L;
        await session.ExecuteAsync("UPDATE reply SET asked = @asked WHERE id = @replyId", new { replyId, asked });
        if (reply.Edited == 0 && Template(reply.Sources) is { } template)
            await session.ExecuteAsync(
                """
                INSERT INTO wording_worth (template, sent, asked, answered) VALUES (@template, 1, @asked, 0)
                ON CONFLICT (template) DO UPDATE SET sent = wording_worth.sent + 1, asked = wording_worth.asked + excluded.asked
                """,
                new { template, asked });
    }

    /// <summary>They wrote again: what we said last in this talk was answered.</summary>
    public static async Task NoteAnswerAsync(Session session, string conversationId, DateTimeOffset at)
    {
        var answered = await session.QueryAsync<Sent>(
            """
            UPDATE reply SET answered_at = @at
            WHERE conversation_id = @conversationId AND state = 'sent' AND answered_at IS NULL AND state_since <= @at
            RETURNING text AS Text, sources AS Sources, edited AS Edited
            """,
            new { conversationId, at = at.ToUnixTimeMilliseconds() });
        foreach (var reply in answered)
            if (reply.Edited == 0 && Template(reply.Sources) is { } template)
                await session.ExecuteAsync("UPDATE wording_worth SET answered = answered + 1 WHERE template = @template", new { template });
    }

    /// <summary>By template, 0 to 1, leaning towards the average while it was sent seldom.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> StartersAsync(Session session)
    {
        var counted = await session.QueryAsync<Worth>("SELECT template AS Template, sent AS Sent, asked AS Asked, answered AS Answered FROM wording_worth");
        var average = counted.Count == 0 ? 0 : (double)counted.Sum(worth => worth.Answered) / Math.Max(1, counted.Sum(worth => worth.Sent));
        return counted.Where(worth => worth.Sent >= FewestSent)
            .ToDictionary(worth => worth.Template, worth => (worth.Answered + (Doubt * average)) / (worth.Sent + Doubt), StringComparer.Ordinal);
    }

    /// <summary>Everything counted, the most answered first.</summary>
    public static async Task<IReadOnlyList<Worth>> AllAsync(Session session) =>
        [.. (await session.QueryAsync<Worth>("SELECT template AS Template, sent AS Sent, asked AS Asked, answered AS Answered FROM wording_worth")).OrderByDescending(worth => worth.ReturnRate).ThenByDescending(worth => worth.Sent)];

    private static string? Template(string sources) => Lines.Split(sources).FirstOrDefault(source => source.StartsWith("replies/", StringComparison.Ordinal));

    private sealed record Sent(string Text, string Sources, long Edited);
}

/// <summary>What a template's words brought.</summary>
/// <param name="Asked">How many of those sent asked something back.</param>
/// <param name="Answered">How many of them were answered.</param>
internal sealed record Worth(string Template, long Sent, long Asked, long Answered)
{
    public double ReturnRate => Sent == 0 ? 0 : (double)Answered / Sent;
}
