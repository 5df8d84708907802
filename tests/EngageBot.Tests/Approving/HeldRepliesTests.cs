using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

/// <summary>What becomes of a held reply when something else happens in its conversation.</summary>
public sealed class HeldRepliesTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Two_replies_in_one_talk_approved_within_one_undo_window_both_go_out(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync(thread: "t1");
        var second = await line.WaitingAsync("@HarbourTheatre and what time does the bar open?", thread: "t1");
        await line.ApproveAsync(await line.OpenAsync(first), "Thank you, Lena");
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.OpenAsync(second), "At six, Lena"));
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.Equal((MentionState.Answered, MentionState.Answered), (await line.StateAsync(first), await line.StateAsync(second)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Taking_one_reply_of_a_talk_back_lets_the_other_go_out(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync(thread: "t1");
        var second = await line.WaitingAsync("@HarbourTheatre and what time does the bar open?", thread: "t1");
        await line.ApproveAsync(await line.OpenAsync(first), "Thank you, Lena");
        await line.ApproveAsync(await line.OpenAsync(second), "At six, Lena");
        await line.Approvals.UndoAsync(second.Mention.Id, "Ana", CancellationToken.None);
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.Equal((MentionState.Answered, MentionState.Waiting), (await line.StateAsync(first), await line.StateAsync(second)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_answer_from_a_phone_elsewhere_in_the_talk_takes_a_held_reply_back(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync(thread: "t1");
        var second = await line.WaitingAsync("@HarbourTheatre and what time does the bar open?", thread: "t1");
        await line.ApproveAsync(await line.OpenAsync(first), "Thank you, Lena");
        line.Network.Publish(second.Mention.Post.Id, "Six! And thank you (from my phone)");
        await line.Get<EngageBot.Listening.OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        var after = await line.OpenAsync(first);
        Assert.Equal((MentionState.Waiting, ReplyState.Voided, "Thank you, Lena"), (after.Mention.State, after.Reply!.State, after.Typed!.Text));
    }
}
