using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Reporting;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Reporting;

public sealed class ReconciliationTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_we_call_sent_and_what_our_timeline_shows_agree_and_posts_by_hand_are_counted_apart(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await line.ApprovedAsync();
        await line.PostAsync();
        line.Network.Publish("77", "Typed on a phone");
        var compared = await CompareAsync(line);
        Assert.Equal((1, 1, true), (compared.Sent, compared.ByHand, compared.Agrees));
    }

    [Fact]
    public async Task A_reply_that_is_no_longer_public_is_named()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await line.ApprovedAsync();
        await line.PostAsync();
        var gone = line.Network.OwnPosts[0].Id;
        line.Network.OwnPosts.Clear();
        line.Network.Deleted.Add(gone);
        Assert.Equal(gone, Assert.Single((await CompareAsync(line)).Differences).PostId);
    }

    [Fact]
    public async Task A_reply_that_is_public_though_we_do_not_know_it_is_named()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Network.PublishesButAnswers(new PostOutcome.Unclear("503"));
        await line.ApprovedAsync();
        await line.PostAsync();
        Assert.Equal(line.Network.OwnPosts[0].Id, Assert.Single((await CompareAsync(line)).Differences).PostId);
    }

    [Fact]
    public async Task A_timeline_that_cannot_be_read_proves_nothing()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        line.Network.TimelineAnswer = new ReadOutcome<IReadOnlyList<Post>>.Failed("X is in trouble.");
        var compared = await CompareAsync(line);
        Assert.Equal((false, "X is in trouble."), (compared.Agrees, compared.Problem));
    }

    private static Task<Comparison> CompareAsync(TestLine line) =>
        line.Get<Reconciliation>().OfAsync(line.Clock.GetUtcNow().AddHours(-1), line.Clock.GetUtcNow().AddMinutes(1), CancellationToken.None);
}
