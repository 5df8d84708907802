using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class VoiceGuardTests
{
    private const string Advert = "Don't miss our award-winning show! Book now and save 20%, last few seats.";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_advert_is_not_approved_without_a_reason(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        var unlike = Assert.IsType<Decision.NeedsReason>(await line.ApproveAsync(seen, Advert));
        Assert.Contains("reads like an advert", unlike.Headline, StringComparison.Ordinal);
        Assert.Equal(MentionState.Waiting, await line.StateAsync(seen));
        Assert.Equal(0, await line.CountAsync("SELECT COUNT(*) FROM reply"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task With_a_reason_it_goes_out_and_the_journal_keeps_who_said_why(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.Taken>(await line.Approvals.ApproveAsync(
            seen.Mention.Id, seen.Mention.ConversationVersion, new Approval(Advert, Reason: " They asked on the phone "), "Ana", CancellationToken.None));
        var entry = (await line.OpenAsync(seen)).Journal[^1];
        Assert.Equal(("Ana", "approved", "They asked on the phone"), (entry.Actor, entry.What, entry.Why));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    public async Task An_empty_reason_is_none(string reason)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.NeedsReason>(await line.Approvals.ApproveAsync(
            seen.Mention.Id, seen.Mention.ConversationVersion, new Approval(Advert, Reason: reason), "Ana", CancellationToken.None));
    }

    [Theory]
    [InlineData("one line\nand another")]
    [InlineData("long")]
    public async Task A_reason_is_one_short_line(string reason)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        Assert.IsType<Decision.NotPostable>(await line.Approvals.ApproveAsync(
            seen.Mention.Id, seen.Mention.ConversationVersion, new Approval(Advert, Reason: reason == "long" ? new string('a', 201) : reason), "Ana", CancellationToken.None));
    }

    [Fact]
    public async Task What_their_mention_asks_for_needs_no_reason()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        const string Answer = "Book here, £14 in the gallery or half price with a card: https://harbour.example.com/book";
        var thanks = await line.WaitingAsync(author: "nora");
        Assert.IsType<Decision.NeedsReason>(await line.ApproveAsync(thanks, Answer));
        var question = await line.WaitingAsync("@HarbourTheatre how much are tickets and where do I book? any student discount?", "tomw");
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(question, Answer));
    }
}
