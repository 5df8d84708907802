using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class WhoseTurnTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_talk_goes_from_our_turn_to_theirs_rests_and_is_ours_again(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync();
        Assert.Equal(new TalkStanding(TalkState.OurTurn, first.Mention.Post.PostedAt), first.Talk);

        await line.ApproveAsync(first);
        Assert.Equal(TalkState.TheirTurn, (await line.OpenAsync(first)).Talk!.State);
        Assert.Equal("Our reply is on its way.", (await line.OpenAsync(first)).Talk!.Why);
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        var said = line.Clock.GetUtcNow();
        Assert.Equal(new TalkStanding(TalkState.TheirTurn, said), (await line.OpenAsync(first)).Talk);

        line.Clock.Advance(WhoseTurn.Rest + TimeSpan.FromMinutes(1));
        Assert.Equal(new TalkStanding(TalkState.Resting, said + WhoseTurn.Rest), (await line.OpenAsync(first)).Talk);

        var second = await line.WaitingAsync("@HarbourTheatre we came again last night, the lamp was even better", thread: first.Mention.Post.ThreadId);
        Assert.Equal(TalkState.OurTurn, second.Talk!.State);
        Assert.Equal(TalkState.OurTurn, (await line.OpenAsync(first)).Talk!.State);
    }

    [Theory]
    [InlineData("@HarbourTheatre ok thanks, goodnight!", "They said goodbye; the talk ends well without us.")]
    [InlineData("@HarbourTheatre 👍", "They smiled; that needs no answer.")]
    public async Task A_kind_last_word_ends_a_talk_before_anybody_decides(string goodbye, string why)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var last = await AnsweredAndAsync(line, goodbye);
        Assert.Equal((TalkState.Ended, why), (last.Talk!.State, last.Talk.Why));
        await line.Approvals.LetBeAsync(last.Mention.Id, last.Draft.LetBe!, "Ana", CancellationToken.None);
        Assert.Equal((TalkState.Ended, why), ((await line.OpenAsync(last)).Talk!.State, (await line.OpenAsync(last)).Talk!.Why));
    }

    [Fact]
    public async Task Who_said_stop_has_ended_every_talk_with_us()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var first = await line.WaitingAsync();
        line.Writes("@HarbourTheatre stop replying to me");
        await line.ListenAsync();
        Assert.Equal((TalkState.Ended, "They asked us to stop."), ((await line.OpenAsync(first)).Talk!.State, (await line.OpenAsync(first)).Talk!.Why));
    }

    [Fact]
    public async Task What_was_said_from_a_phone_makes_it_their_turn()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var open = await line.WaitingAsync();
        line.Network.Publish(open.Mention.Post.Id, "See you on Friday!");
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        open = await line.OpenAsync(open);
        Assert.Equal(TalkState.TheirTurn, open.Talk!.State);
        Assert.Equal("See you on Friday!", Assert.Single(open.Thread, turn => turn.ByHand).Text);
    }

    [Fact]
    public async Task Who_talks_with_us_in_two_threads_is_one_person()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var rain = await line.WaitingAsync("@HarbourTheatre how do you make it rain every night?");
        var parking = await line.WaitingAsync("@HarbourTheatre is there parking anywhere near?");
        Assert.True(parking.Earlier!.GoesOn);
        Assert.Equal(rain.Mention.Id, parking.Earlier.MentionId);
        await line.Approvals.LetBeAsync(rain.Mention.Id, "Needs no answer", "Ana", CancellationToken.None);
        Assert.False((await line.OpenAsync(parking)).Earlier!.GoesOn);
    }

    private static async Task<OpenMention> AnsweredAndAsync(TestLine line, string then)
    {
        var first = await line.WaitingAsync();
        await line.ApproveAsync(first);
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        return await line.WaitingAsync(then, thread: first.Mention.Post.ThreadId);
    }
}
