using EngageBot.Tests.Line;

namespace EngageBot.Tests.Properties;

/// <summary>Takes everything out of a house but its account, so that one start serves many stories.</summary>
internal static class EmptyHouse
{
    private static readonly string[] Tables =
    [
        "asked_about", "maker_link", "maker_question", "promise", "handling", "note", "set_aside", "proposal", "claim", "presence", "lesson", "wording", "reply", "said", "said_backlog",
        "context_post", "journal", "mention", "conversation", "talker", "wording_worth", "reading_choice", "learned_version", "day_receipt",
    ];

    public static async Task MakeAsync(TestLine line)
    {
        line.Network.Forget();
        line.Network.Mentions.Clear();
        line.Network.OwnPosts.Clear();
        line.Network.Deleted.Clear();
        await line.Database.WriteAsync(
            async session =>
            {
                foreach (var table in Tables)
                    await session.ExecuteAsync($"DELETE FROM {table}");
                return await session.ExecuteAsync("UPDATE account SET post_after = 0, posting_problem = NULL, timeline_read_at = NULL, gap = NULL");
            },
            CancellationToken.None);
    }
}
