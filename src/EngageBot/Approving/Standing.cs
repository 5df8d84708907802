using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Approving;

/// <summary>What a verb must know of a mention before it decides.</summary>
internal sealed record Standing(string Id, string ConversationId, MentionState State, Intent Intent)
{
    /// <summary>A decision is still to be made.</summary>
    public bool IsOpen => State is MentionState.Waiting or MentionState.Snoozed or MentionState.NeedsAttention;

    public static async Task<Standing?> OfAsync(Session session, string mentionId)
    {
        var row = await session.FirstOrDefaultAsync<Row>(
            "SELECT id AS Id, conversation_id AS ConversationId, state AS State, intent AS Intent FROM mention WHERE id = @mentionId",
            new { mentionId });
        return row is null ? null : new Standing(row.Id, row.ConversationId, Words.Parse<MentionState>(row.State), Words.Parse<Intent>(row.Intent));
    }

    private sealed record Row(string Id, string ConversationId, string State, string Intent);
}
