using EngageBot.Tests.Line;
using Xunit;

namespace EngageBot.Tests.Properties;

/// <summary>What holds at every moment, told by SQL of its own and by what is public.</summary>
internal static class Promises
{
    public static async Task KeptAsync(TestLine line)
    {
        Assert.True((await line.ReceiptAsync()).Balanced, "the receipt does not balance");
        foreach (var (promise, broken) in Broken)
        {
            var found = await line.Database.ReadAsync(session => session.QueryAsync<string>(broken), CancellationToken.None);
            if (found.Count > 0)
                Assert.Fail($"{promise}: {string.Join(", ", found)}");
        }
        await JournalAsync(line);
        await PublicAsync(line);
    }

    private static readonly (string Promise, string Broken)[] Broken =
    [
        ("what is being answered has a reply on its way", "SELECT post_id FROM mention WHERE state = 'answering' AND NOT EXISTS (SELECT 1 FROM reply WHERE mention_id = mention.id AND reply.state IN ('held', 'sending', 'unclear'))"),
        ("what has a reply on its way is being answered", "SELECT mention_id || ' is ' || mention.state || ', its reply ' || reply.state FROM reply JOIN mention ON mention.id = mention_id WHERE reply.state IN ('held', 'sending', 'unclear') AND mention.state <> 'answering'"),
        ("what is answered has a public reply", "SELECT post_id FROM mention WHERE state = 'answered' AND NOT EXISTS (SELECT 1 FROM reply WHERE mention_id = mention.id AND reply.state = 'sent')"),
        ("what has a public reply is answered", "SELECT mention_id || ' is ' || mention.state FROM reply JOIN mention ON mention.id = mention_id WHERE reply.state = 'sent' AND mention.state <> 'answered'"),
        ("a held reply was approved for the talk as it stands", "SELECT reply.id FROM reply JOIN conversation ON conversation.id = conversation_id WHERE state = 'held' AND conversation_version <> version"),
        ("who said stop has nothing waiting and nothing held", "SELECT mention.post_id FROM mention JOIN talker ON talker.id = mention.talker_id WHERE opted_out_at IS NOT NULL AND (state IN ('waiting', 'snoozed', 'needs-attention') OR EXISTS (SELECT 1 FROM reply WHERE mention_id = mention.id AND reply.state = 'held'))"),
        ("what was forgotten left nothing behind", "SELECT post_id FROM mention WHERE text = '' AND (reasons <> '' OR EXISTS (SELECT 1 FROM wording WHERE mention_id = mention.id) OR EXISTS (SELECT 1 FROM said WHERE said.id = mention.id) OR EXISTS (SELECT 1 FROM lesson WHERE mention_id = mention.id))"),
        ("a snoozed mention knows when it comes back", "SELECT post_id FROM mention WHERE (state = 'snoozed') <> (snoozed_until IS NOT NULL)"),
        ("a mention is stored once", "SELECT post_id FROM mention GROUP BY post_id HAVING COUNT(*) > 1"),
    ];

    /// <summary>Every step begins where the one before ended, and the last one ends where the mention stands.</summary>
    private static async Task JournalAsync(TestLine line)
    {
        var rows = await line.Database.ReadAsync(
            session => session.QueryAsync<Row>(
                "SELECT post_id AS Post, what AS What, from_state AS FromState, to_state AS ToState, mention.state AS State FROM journal JOIN mention ON mention.id = mention_id ORDER BY journal.rowid"),
            CancellationToken.None);
        foreach (var story in rows.GroupBy(row => row.Post))
        {
            var at = "";
            foreach (var row in story)
            {
                if (row.FromState != at)
                    Assert.Fail($"the journal of {row.Post} has no gap: '{row.What}' begins at '{row.FromState}' after '{at}'");
                at = row.ToState;
            }
            if (at != story.First().State)
                Assert.Fail($"the journal of {story.Key} ends where it stands: '{at}', and it is '{story.First().State}'");
        }
    }

    /// <summary>Letter by letter what somebody approved, and once for each mention.</summary>
    private static async Task PublicAsync(TestLine line)
    {
        var approved = (await line.Database.ReadAsync(
            session => session.QueryAsync<Approved>("SELECT target_post_id AS Target, text AS Text, approved_by AS Person, state AS State FROM reply"), CancellationToken.None)).ToList();
        var ours = line.Network.OwnPosts.Where(post => !post.Text.StartsWith("From the phone", StringComparison.Ordinal)).ToList();
        foreach (var post in ours)
        {
            if (!approved.Any(reply => reply.Target == post.InReplyTo && reply.Text == post.Text && reply.Person is "Ana" or "Ben"))
                Assert.Fail($"'{post.Text}' is public and nobody approved it");
        }
        if (ours.GroupBy(post => post.InReplyTo).FirstOrDefault(answers => answers.Count() > 1) is { } twice)
            Assert.Fail($"{twice.Key} was answered twice in public");
    }

    private sealed record Row(string Post, string What, string FromState, string ToState, string State);

    private sealed record Approved(string Target, string Text, string Person, string State);
}
