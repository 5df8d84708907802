using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Posting;

public sealed class WrongClockTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_is_found_on_our_timeline_though_our_clock_was_an_hour_ahead_when_it_went_out(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.PublishesButAnswers(new PostOutcome.Unclear("connection reset"));
        var seen = await line.ApprovedAsync();
        line.Clock.Advance(TimeSpan.FromHours(1));
        await line.PostAsync();
        line.Network.OwnPosts[0] = line.Network.OwnPosts[0] with { PostedAt = seen.Mention.Post.PostedAt.AddSeconds(10) };

        await line.SettleAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_attempt_of_a_time_to_come_is_given_up_as_soon_as_any_other(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.Answers(new PostOutcome.Unclear("timeout"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        line.Clock.AdjustTime(line.Clock.GetUtcNow().AddHours(-1));

        await line.SettleAsync();
        Assert.Equal(ReplyState.Unclear, (await line.OpenAsync(seen)).Reply!.State);
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();
        Assert.Equal(MentionState.NeedsAttention, await line.StateAsync(seen));
    }

    [Fact]
    public async Task Being_sent_at_a_time_to_come_ends_when_the_clock_was_set_right()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.ApprovedAsync();
        await line.Get<EngageBot.Posting.Outbox>().ClaimAsync(CancellationToken.None);
        line.Network.Publish(seen.Mention.Post.Id, "Lovely to hear, Lena.");
        line.Clock.AdjustTime(line.Clock.GetUtcNow().AddHours(-1));

        await line.SettleAsync();
        Assert.Equal((0, MentionState.Answered), (line.Network.Attempts, await line.StateAsync(seen)));
    }
}
