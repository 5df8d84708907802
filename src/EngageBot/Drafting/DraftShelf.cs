using EngageBot.Model;
using EngageBot.Storage;

namespace EngageBot.Drafting;

/// <summary>Keeps the words of a draft beside their mention.</summary>
internal static class DraftShelf
{
    public static async Task PutAsync(Session session, string mentionId, Draft draft)
    {
        for (var place = 0; place < draft.Wordings.Count; place++)
        {
            await session.ExecuteAsync(
                "INSERT INTO wording (mention_id, place, text, sources) VALUES (@mentionId, @place, @text, @sources)",
                new { mentionId, place = (long)place, text = draft.Wordings[place].Text, sources = Lines.Join(draft.Wordings[place].Sources) });
        }
    }
}
