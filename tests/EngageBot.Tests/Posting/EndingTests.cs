using EngageBot.Model;
using EngageBot.Posting;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Posting;

/// <summary>What becomes of a reply when the program ends in the middle of it, and what the next start makes of that.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task Asked_to_end_it_waits_a_few_seconds_for_the_answer_and_lets_our_timeline_tell_the_rest()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Network.IsSilent = true;
        var seen = await line.ApprovedAsync();
        using var stop = new CancellationTokenSource();
        var sending = line.Get<Poster>().SendNextAsync(stop.Token);
        await line.Network.Attempted.Task;
        await stop.CancelAsync();
        line.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True(await sending);
        Assert.Equal(ReplyState.Unclear, (await line.OpenAsync(seen)).Reply!.State);
    }

    [Fact]
    public async Task A_reply_that_the_last_run_was_sending_is_looked_up_at_once()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await InterruptedAsync(line);
        line.Network.Publish(seen.Mention.Post.Id, "Lovely to hear, Lena.");
        await line.Get<Settler>().RecoverAsync(line.Clock.GetUtcNow().AddSeconds(1), CancellationToken.None);
        await line.SettleAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Fact]
    public async Task On_a_server_another_replica_may_still_be_sending_it_and_is_left_alone()
    {
        await using var line = await TestLine.StartAsync(Engine.PostgreSql);
        var seen = await InterruptedAsync(line);
        await line.Get<Settler>().RecoverAsync(line.Clock.GetUtcNow().AddSeconds(1), CancellationToken.None);
        Assert.Equal(ReplyState.Sending, (await line.OpenAsync(seen)).Reply!.State);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_that_was_given_up_and_appears_after_all_is_known_as_ours(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.Answers(new PostOutcome.Unclear("timeout"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();
        var late = line.Network.Publish(seen.Mention.Post.Id, "Lovely to hear, Lena.");
        await line.Get<EngageBot.Listening.OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        var after = await line.OpenAsync(seen);
        Assert.Equal((MentionState.Answered, ReplyState.Sent, late.Id), (after.Mention.State, after.Reply!.State, after.Reply.PostId));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_asked_us_to_stop_while_a_reply_was_on_its_way_is_not_offered_for_another_when_it_fails(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.Answers(new PostOutcome.Unclear("timeout"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        line.Writes("@HarbourTheatre stop replying to me");
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();
        Assert.Equal(MentionState.Withdrawn, await line.StateAsync(seen));
    }

    private static async Task<EngageBot.Approving.OpenMention> InterruptedAsync(TestLine line)
    {
        var seen = await line.ApprovedAsync();
        Assert.NotNull(await line.Get<Outbox>().ClaimAsync(CancellationToken.None));
        return seen;
    }
}
