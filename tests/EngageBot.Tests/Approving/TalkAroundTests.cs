using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

/// <summary>What an open mention shows of the talk around it.</summary>
public sealed class TalkAroundTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_colleagues_words_for_the_same_talk_stand_in_it_before_they_are_public(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync(thread: "t1");
        var second = await line.WaitingAsync("@HarbourTheatre and one more thing", thread: "t1");
        await line.ApproveAsync(await line.OpenAsync(first), "Thank you, Lena.", "Ana");
        var ours = Assert.Single((await line.OpenAsync(second)).Thread, turn => turn.Ours);
        Assert.Equal(("Thank you, Lena.", "Ana", true), (ours.Text, ours.ApprovedBy, ours.OnItsWay));
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.False(Assert.Single((await line.OpenAsync(second)).Thread, turn => turn.Ours).OnItsWay);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_answer_from_the_phone_stands_in_the_talk_once(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync(thread: "t1");
        line.Network.OwnPosts.Add(new Post("own1", ScriptedNetwork.Self, "Thanks from the foyer!", line.Clock.GetUtcNow(), "t1", seen.Mention.Post.Id));
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        line.Writes("@HarbourTheatre you are welcome", thread: "t1", inReplyTo: "own1");
        await line.ListenAsync();
        var open = await line.OpenAsync(seen);
        Assert.Equal(MentionState.AnsweredElsewhere, open.Mention.State);
        Assert.Equal("Thanks from the foyer!", Assert.Single(open.Thread, turn => turn.Ours).Text);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_latest_other_talk_is_told_with_what_became_of_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync("@HarbourTheatre thank you for the lute", thread: "t1");
        Assert.Null(first.Earlier);
        await line.ApproveAsync(first);
        line.Clock.Advance(TimeSpan.FromDays(3));
        var later = await line.WaitingAsync("@HarbourTheatre how do you make it rain?", thread: "t2");
        Assert.Equal(("@HarbourTheatre thank you for the lute", MentionState.Answering, 0L), (later.Earlier!.Text, later.Earlier.State, later.Earlier.Waiting));
        line.Clock.Advance(TimeSpan.FromDays(1));
        var third = await line.WaitingAsync("@HarbourTheatre a third talk", thread: "t3");
        Assert.Equal((later.Mention.Id, 1L), (third.Earlier!.MentionId, third.Earlier.Waiting));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Words_that_a_browser_kept_take_the_desk_only_where_nobodys_else_lie(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var (free, own, others) = (await line.WaitingAsync(author: "one"), await line.WaitingAsync(author: "two"), await line.WaitingAsync(author: "three"));
        await line.Approvals.SaveDraftAsync(own.Mention.Id, "Half", "Ana", CancellationToken.None);
        await line.Approvals.SaveDraftAsync(others.Mention.Id, "Ben's", "Ben", CancellationToken.None);
        foreach (var mention in new[] { free, own, others })
            await line.Approvals.RecoverAsync(mention.Mention.Id, "Half and the rest", "Ana", CancellationToken.None);
        Assert.Equal("Half and the rest", (await line.OpenAsync(free)).Typed!.Text);
        Assert.Equal("Half and the rest", (await line.OpenAsync(own)).Typed!.Text);
        var kept = await line.OpenAsync(others);
        Assert.Equal(("Ben's", "Half and the rest", "Ana"), (kept.Typed!.Text, Assert.Single(kept.SetAside).Text, kept.SetAside[0].By));
    }
}
