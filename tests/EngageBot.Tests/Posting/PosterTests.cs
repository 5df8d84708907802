using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Moq;
using Xunit;

namespace EngageBot.Tests.Posting;

public sealed class PosterTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_whose_answer_was_lost_is_found_on_our_timeline_and_never_sent_again(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.PublishesButAnswers(new PostOutcome.Unclear("connection reset"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        Assert.Equal(ReplyState.Unclear, (await line.OpenAsync(seen)).Reply!.State);

        await line.SettleAsync();
        await line.PostAsync();
        Assert.Single(line.Network.OwnPosts);
        Assert.Equal(1, line.Network.Attempts);
        Assert.Equal((MentionState.Answered, ReplyState.Sent), ((await line.OpenAsync(seen)).Mention.State, (await line.OpenAsync(seen)).Reply!.State));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_that_never_appears_goes_to_a_person_and_is_not_sent_again_by_itself(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.Answers(new PostOutcome.Unclear("timeout"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        await line.SettleAsync();
        Assert.Equal(ReplyState.Unclear, (await line.OpenAsync(seen)).Reply!.State);

        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();
        await line.PostAsync();
        var after = await line.OpenAsync(seen);
        Assert.Equal((MentionState.NeedsAttention, ReplyState.NeedsAttention, 1), (after.Mention.State, after.Reply!.State, line.Network.Attempts));
        Assert.Equal("Lovely to hear, Lena.", after.Typed!.Text);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Nothing_is_concluded_while_our_timeline_cannot_be_read(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.PublishesButAnswers(new PostOutcome.Unclear("503"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        line.Network.TimelineAnswer = new ReadOutcome<IReadOnlyList<Post>>.Failed("503");
        line.Clock.Advance(TimeSpan.FromHours(1));
        await line.SettleAsync();
        Assert.Equal(ReplyState.Unclear, (await line.OpenAsync(seen)).Reply!.State);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_that_appears_after_it_was_given_up_keeps_a_second_one_from_going_out(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.Answers(new PostOutcome.Unclear("timeout"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(3));
        await line.SettleAsync();

        line.Network.Publish(seen.Mention.Post.Id, "Lovely to hear, Lena.");
        await line.ApproveAsync(await line.OpenAsync(seen), "Second try");
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.Equal(1, line.Network.Attempts);
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_process_that_died_in_the_middle_of_sending_leaves_nothing_to_send_twice(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        await line.Get<EngageBot.Posting.Outbox>().ClaimAsync(CancellationToken.None);
        line.Network.Publish(seen.Mention.Post.Id, "Lovely to hear, Lena.");

        await line.PostAsync();
        Assert.Equal(0, line.Network.Attempts);
        line.Clock.Advance(TimeSpan.FromMinutes(2));
        await line.SettleAsync();
        await line.PostAsync();
        Assert.Equal((0, MentionState.Answered), (line.Network.Attempts, await line.StateAsync(seen)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_rate_limit_puts_the_account_off_and_the_approval_stands(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        line.Network.Answers(new PostOutcome.RateLimited(line.Clock.GetUtcNow().AddMinutes(15)));
        await line.PostAsync();
        Assert.Equal((1, ReplyState.Held), (line.Network.Attempts, (await line.OpenAsync(seen)).Reply!.State));

        line.Clock.Advance(TimeSpan.FromMinutes(16));
        await line.PostAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_refused_reply_waits_for_a_person_with_the_reason(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        line.Network.Answers(new PostOutcome.Refused(RefusalKind.NotSummoned, "Its author did not mention us."));
        await line.PostAsync();
        var after = await line.OpenAsync(seen);
        Assert.Equal((MentionState.NeedsAttention, "Its author did not mention us."), (after.Mention.State, after.Reply!.Problem));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_mention_that_was_deleted_meanwhile_leaves_the_queue_and_its_words_leave_the_store(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        line.Network.Answers(new PostOutcome.Refused(RefusalKind.TargetGone, "deleted"));
        await line.PostAsync();
        var after = await line.OpenAsync(seen);
        Assert.Equal((MentionState.Withdrawn, ""), (after.Mention.State, after.Mention.Post.Text));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_duplicate_refusal_may_be_our_own_reply_whose_answer_was_lost(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        line.Network.PublishesButAnswers(new PostOutcome.Refused(RefusalKind.Duplicate, "said before"));
        var seen = await line.ApprovedAsync();
        await line.PostAsync();
        await line.SettleAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Used_up_credit_stops_the_account_until_it_is_mended(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.ApprovedAsync();
        line.Network.Answers(new PostOutcome.Halted("The credit is used up."));
        await line.PostAsync();
        var standing = Assert.Single(await line.Get<EngageBot.Storage.AccountStore>().AllAsync(CancellationToken.None));
        Assert.Equal(("The credit is used up.", line.Clock.GetUtcNow()), (standing.PostingProblem, standing.PostingProblemSince));

        line.Clock.Advance(TimeSpan.FromMinutes(16));
        await line.PostAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
        Assert.Null(Assert.Single(await line.Get<EngageBot.Storage.AccountStore>().AllAsync(CancellationToken.None)).PostingProblem);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Two_posters_send_twenty_replies_once_each(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        for (var number = 0; number < 20; number++)
            await line.ApproveAsync(await line.WaitingAsync(author: $"f{number}"), $"Thank you, number {number}");
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await Task.WhenAll(Task.Run(line.PostAsync), Task.Run(line.PostAsync));
        await line.PostAsync();
        Assert.Equal(20, line.Network.OwnPosts.Select(post => post.InReplyTo).Distinct().Count());
        Assert.Equal(20, line.Network.OwnPosts.Count);
    }

    [Fact]
    public async Task A_network_that_throws_in_the_middle_of_an_attempt_leaves_it_unclear()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.ApprovedAsync();
        var network = new Mock<INetwork>(MockBehavior.Strict);
        network.Setup(n => n.ReplyAsync(It.IsAny<Account>(), seen.Mention.Post.Id, It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("reset"));
        var poster = new EngageBot.Posting.Poster(
            network.Object, line.Get<EngageBot.Posting.PictureUploads>(), line.Get<EngageBot.Posting.Outbox>(), line.Get<EngageBot.Posting.Outcomes>(), line.Get<EngageBot.Posting.TimelineEvidence>(), line.Clock,
            line.Get<Microsoft.Extensions.Options.IOptions<EngageBot.Posting.PostingOptions>>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<EngageBot.Posting.Poster>.Instance);
        await poster.SendNextAsync(CancellationToken.None);
        Assert.Equal(ReplyState.Unclear, (await line.OpenAsync(seen)).Reply!.State);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_answer_from_a_phone_is_recognised_and_stops_the_approval(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        line.Network.Publish(seen.Mention.Post.Id, "Thanks! (from my phone)");
        await line.Get<EngageBot.Listening.OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        Assert.Equal(MentionState.AnsweredElsewhere, await line.StateAsync(seen));
        Assert.Equal("answered-elsewhere", Assert.IsType<Decision.AlreadyTaken>(await line.ApproveAsync(seen)).What);
    }
}
