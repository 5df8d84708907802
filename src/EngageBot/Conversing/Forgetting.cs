using EngageBot.Storage;

namespace EngageBot.Conversing;

/// <summary>
/// Takes what somebody said out of a store, and what was quoted or drafted of it; what became of it stays. A backup may be older
/// than a table: then there is nothing of it to take.
/// </summary>
internal static class Forgetting
{
    private const string Post =
        "account_id = (SELECT account_id FROM mention WHERE id = @mentionId) AND post_id = (SELECT post_id FROM mention WHERE id = @mentionId)";

    // Each names the table without which it has nothing to take: mostly its own, else the one that its columns came with.
    // The post may stand a second time, as what another mention answered. Notes go with the whole talk: a colleague may have quoted it anywhere.
    private static readonly (string Needs, string Statement)[] OfMention =
    [
        ("said_backlog", "DELETE FROM said_backlog WHERE mention_id = @mentionId"),
        ("said", "DELETE FROM said WHERE id = @mentionId OR id = (SELECT post_id FROM mention WHERE id = @mentionId)"),
        ("context_post", $"DELETE FROM context_post WHERE {Post}"),
        ("wording", "DELETE FROM wording WHERE mention_id = @mentionId"),
        ("lesson", "DELETE FROM lesson WHERE mention_id = @mentionId"),
        ("proposal", "DELETE FROM proposal WHERE mention_id = @mentionId"),
        ("set_aside", "DELETE FROM set_aside WHERE mention_id = @mentionId"),
        ("note", "DELETE FROM note WHERE conversation_id = (SELECT conversation_id FROM mention WHERE id = @mentionId)"),
        // what a maker agreed to have told is their own
        ("asked_about", "UPDATE maker_question SET note = '', words = CASE WHEN consent = 1 THEN words ELSE NULL END WHERE id IN (SELECT question_id FROM asked_about WHERE mention_id = @mentionId)"),
        ("reply", "UPDATE reply SET text = '' WHERE mention_id = @mentionId AND state IN ('undone', 'voided', 'refused')"), // never public, and it may echo them
        // a description of a picture may echo them as well
        ("picture", "UPDATE mention SET typed_picture = NULL, typed_alt_text = NULL WHERE id = @mentionId"),
        ("picture", "UPDATE reply SET alt_text = NULL WHERE mention_id = @mentionId AND state IN ('undone', 'voided', 'refused')"),
        ("promise", "UPDATE promise SET why = NULL WHERE mention_id = @mentionId AND state = 'released' AND closed_by <> 'engagebot'"),
        ("journal", Journal.ForgetWords),
        ("mention", "UPDATE mention SET text = '', reasons = '', let_be_reason = NULL, typed_text = NULL, typed_by = NULL, typed_at = NULL WHERE id = @mentionId"),
    ];

    private static readonly (string Needs, string Statement)[] OfPerson =
    [
        ("said", "DELETE FROM said WHERE user_id = @userId"),
        ("context_post", "DELETE FROM context_post WHERE user_id = @userId"),
        // Colleagues must still know whom to leave alone.
        ("talker", "UPDATE talker SET name = handle WHERE user_id = @userId"),
    ];

    /// <summary>Our own words to somebody, and what they are called; the network goes on showing what is public there.</summary>
    public static async Task WhatWeSaidAsync(Session session, string talkerId)
    {
        await session.ExecuteAsync("DELETE FROM said WHERE mention_id IN (SELECT id FROM mention WHERE talker_id = @talkerId)", new { talkerId });
        await session.ExecuteAsync(
            """
            DELETE FROM context_post WHERE in_reply_to IN (SELECT post_id FROM mention WHERE talker_id = @talkerId AND mention.account_id = context_post.account_id)
            """,
            new { talkerId });
        await session.ExecuteAsync("UPDATE reply SET text = '' WHERE talker_id = @talkerId AND state NOT IN ('held', 'sending', 'unclear')", new { talkerId });
        await session.ExecuteAsync("UPDATE talker SET user_id = 'forgotten ' || id, handle = 'forgotten', name = 'forgotten' WHERE id = @talkerId AND opted_out_at IS NULL", new { talkerId });
    }

    /// <param name="tables">The tables that the store has; null for all.</param>
    public static Task MentionAsync(Session session, string mentionId, IReadOnlySet<string>? tables = null) =>
        ApplyAsync(session, OfMention, new { mentionId }, tables);

    /// <summary>Everything that somebody ever said here; only who they are stays, so that they are left alone.</summary>
    /// <returns>How many mentions lost their words.</returns>
    public static async Task<int> PersonAsync(Session session, string talkerId, IReadOnlySet<string>? tables = null)
    {
        var mentions = await session.QueryAsync<string>("SELECT id FROM mention WHERE talker_id = @talkerId AND text <> ''", new { talkerId });
        foreach (var mentionId in mentions)
            await MentionAsync(session, mentionId, tables);
        var userId = await session.FirstOrDefaultAsync<string>("SELECT user_id FROM talker WHERE id = @talkerId", new { talkerId });
        await ApplyAsync(session, OfPerson, new { userId }, tables);
        return mentions.Count;
    }

    private static async Task ApplyAsync(Session session, (string Needs, string Statement)[] statements, object parameters, IReadOnlySet<string>? tables)
    {
        foreach (var (needs, statement) in statements)
        {
            if (tables is null || tables.Contains(needs))
                await session.ExecuteAsync(statement, parameters);
        }
    }
}
