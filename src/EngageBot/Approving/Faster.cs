using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>Tells a person whose verb came too late who was faster and what changed, from the journal.</summary>
internal static class Faster
{
    private static readonly HashSet<string> DecidesNothing =
    [
        "noted", "assigned", "found-out", "hastened", "asked-maker", "maker-answered", "maker-taken-back", "promised", "promise-late", "promise-kept", "redrafted", "draft-withdrawn", "put-off",
    ];

    public static async Task<Decision> WhoAsync(Session session, Standing mention)
    {
        var last = Decisive(await Journal.OfAsync(session, mention.Id));
        return new Decision.AlreadyTaken(last.Actor, last.What, last.At);
    }

    /// <summary>The latest entry that decided something; notes and assignments do not.</summary>
    public static JournalEntry Decisive(IReadOnlyList<JournalEntry> journal) => journal.LastOrDefault(entry => !DecidesNothing.Contains(entry.What)) ?? journal[^1];

    public static async Task<Decision> WhatMovedAsync(Session session, Standing mention)
    {
        var last = await session.FirstOrDefaultAsync<Turn>(
            """
            SELECT journal.actor AS Actor, journal.what AS What, talker.name AS Talker
            FROM journal
            JOIN mention ON mention.id = journal.mention_id
            JOIN talker ON talker.id = mention.talker_id
            WHERE mention.conversation_id = @ConversationId AND journal.what IN ('seen', 'proposed', 'proposal-undone', 'approved', 'undone', 'sent', 'answered-elsewhere', 'withdrawn', 'voided')
            ORDER BY journal.at DESC, journal.id DESC LIMIT 1
            """,
            new { mention.ConversationId });
        return new Decision.MovedOn(last switch
        {
            { What: "seen" } => $"{last.Talker} wrote again while you were reading. Have a look before you answer.",
            { What: "approved" or "sent" } => $"{last.Actor} answered in this conversation while you were reading.",
            { What: "proposed" } => $"{last.Actor} proposed an answer in this conversation while you were reading. Have a look at it.",
            { What: "proposal-undone" } => $"{last.Actor} took a proposal in this conversation back while you were reading.",
            { What: "undone" } => $"{last.Actor} took a reply in this conversation back while you were reading.",
            { What: "answered-elsewhere" } => "Somebody answered from another app while you were reading.",
            { What: "withdrawn" } => $"{last.Talker} deleted a post while you were reading.",
            _ => "The conversation moved on while you were reading. Have a look before you answer.",
        });
    }

    private sealed record Turn(string Actor, string What, string Talker);
}
