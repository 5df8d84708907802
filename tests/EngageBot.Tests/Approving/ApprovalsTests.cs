using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class ApprovalsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_approved_reply_is_held_until_the_undo_window_ends_and_then_sent_letter_by_letter(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        const string Words = "Zoë says thanks 💙\nsee you at the encore";
        await line.ApproveAsync(seen, Words);
        await line.PostAsync();
        Assert.Empty(line.Network.OwnPosts);

        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        var reply = Assert.Single(line.Network.OwnPosts);
        Assert.Equal((Words, seen.Mention.Post.Id), (reply.Text, reply.InReplyTo));
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_second_of_two_approvers_learns_who_was_faster(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.ApproveAsync(seen, approver: "Ana");
        var second = await line.ApproveAsync(seen, approver: "Ben");
        var taken = Assert.IsType<Decision.AlreadyTaken>(second);
        Assert.Equal(("Ana", "approved"), (taken.By, taken.What));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_twenty_simultaneous_approvals_one_goes_through(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        var decisions = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => line.ApproveAsync(seen, $"Reply {number}", $"Person {number}"))));
        Assert.Single(decisions.OfType<Decision.Taken>());
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.Single(line.Network.OwnPosts);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_approval_does_not_go_through_when_they_wrote_again_meanwhile(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync(thread: "t1");
        line.Writes("@HarbourTheatre sorry, wrong theatre!", thread: "t1");
        await line.ListenAsync();
        var moved = Assert.IsType<Decision.MovedOn>(await line.ApproveAsync(seen));
        Assert.Contains("lena_k wrote again", moved.WhatHappened, StringComparison.Ordinal);
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_held_reply_is_voided_when_they_write_again_and_its_words_are_offered_back(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync(thread: "t1");
        await line.ApproveAsync(seen, "My careful words");
        line.Writes("@HarbourTheatre never mind", thread: "t1");
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromSeconds(10));
        await line.PostAsync();
        var after = await line.OpenAsync(seen);
        Assert.Empty(line.Network.OwnPosts);
        Assert.Equal((MentionState.Waiting, ReplyState.Voided, "My careful words"), (after.Mention.State, after.Reply!.State, after.Typed!.Text));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_stranger_in_the_same_thread_does_not_hold_an_approval_up(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync(thread: "t1");
        line.Writes("@HarbourTheatre me too", author: "tomw", thread: "t1");
        await line.ListenAsync();
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_undone_approval_is_never_posted_and_its_words_are_kept(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.ApproveAsync(seen, "Too hasty");
        Assert.IsType<Decision.Taken>(await line.Approvals.UndoAsync(seen.Mention.Id, "Ana", CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.PostAsync();
        var after = await line.OpenAsync(seen);
        Assert.Empty(line.Network.OwnPosts);
        Assert.Equal((MentionState.Waiting, "Too hasty"), (after.Mention.State, after.Typed!.Text));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_undo_after_the_reply_left_says_that_it_is_too_late(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        Assert.IsType<Decision.TooLate>(await line.Approvals.UndoAsync(seen.Mention.Id, "Ana", CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_complaint_has_the_longer_undo_window(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync("@HarbourTheatre we queued 40 minutes in the rain and nobody helped, really disappointed");
        Assert.Equal(Intent.Complaint, seen.Mention.Understanding.Intent);
        var taken = Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen));
        Assert.Equal(TimeSpan.FromSeconds(30), taken.SendAfter - line.Clock.GetUtcNow());
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Letting_be_needs_a_reason_and_can_be_undone(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.NotPostable>(await line.Approvals.LetBeAsync(seen.Mention.Id, " ", "Ana", CancellationToken.None));
        Assert.IsType<Decision.Taken>(await line.Approvals.LetBeAsync(seen.Mention.Id, "a natural ending", "Ana", CancellationToken.None));
        Assert.Equal((MentionState.LetBe, "a natural ending"), ((await line.OpenAsync(seen)).Mention.State, (await line.OpenAsync(seen)).Mention.LetBeReason));
        Assert.IsType<Decision.Taken>(await line.Approvals.UndoAsync(seen.Mention.Id, "Ana", CancellationToken.None));
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_snoozed_mention_comes_back_by_itself(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.Approvals.SnoozeAsync(seen.Mention.Id, line.Clock.GetUtcNow().AddHours(1), "Ana", CancellationToken.None);
        Assert.Equal(0, await line.Get<SnoozeAlarm>().WakeDueAsync(CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await line.Get<SnoozeAlarm>().WakeDueAsync(CancellationToken.None));
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("It starts at ### time ###", "gap")]
    [InlineData("Hello {{ name }}", "gap")]
    [InlineData("half an emoji \uFFFD", "character")]
    [InlineData("bell \u0007", "control")]
    public async Task Words_that_cannot_be_posted_are_refused_with_the_reason(string text, string reason)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        var refused = Assert.IsType<Decision.NotPostable>(await line.ApproveAsync(seen, text));
        Assert.Contains(reason, refused.Why, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
    }

    [Fact]
    public async Task A_reply_may_weigh_280_and_no_more()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.NotPostable>(await line.ApproveAsync(seen, new string('a', 281)));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen, new string('a', 280)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Words_that_somebody_was_told_already_are_not_posted_again(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.ApproveAsync(await line.WaitingAsync(author: "lena_k"), "Lovely to hear");
        var second = await line.WaitingAsync(author: "tomw");
        Assert.Contains("@lena_k", Assert.IsType<Decision.NotPostable>(await line.ApproveAsync(second, "Lovely to hear")).Why, StringComparison.Ordinal);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(second, "Lovely to hear, Tom"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Every_transition_stands_in_the_journal(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.Approvals.SnoozeAsync(seen.Mention.Id, line.Clock.GetUtcNow().AddHours(1), "Ana", CancellationToken.None);
        await line.Approvals.ReopenAsync(seen.Mention.Id, "Ben", CancellationToken.None);
        await line.ApproveAsync(await line.OpenAsync(seen));
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        var journal = (await line.OpenAsync(seen)).Journal;
        Assert.Equal(["seen", "snoozed", "reopened", "approved", "sending", "sent"], journal.Select(entry => entry.What));
        Assert.Equal(["engagebot", "Ana", "Ben", "Ana", "engagebot", "engagebot"], journal.Select(entry => entry.Actor));
        Assert.All(journal.Zip(journal.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Typed_words_are_kept_until_they_are_approved(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.Approvals.SaveDraftAsync(seen.Mention.Id, "half a senten", "Ana", CancellationToken.None);
        Assert.Equal("half a senten", (await line.OpenAsync(seen)).Typed?.Text);
        await line.ApproveAsync(seen);
        Assert.Null((await line.OpenAsync(seen)).Typed);
    }
}
