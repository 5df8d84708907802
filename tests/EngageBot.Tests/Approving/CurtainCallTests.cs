using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

/// <summary>The house lives in London, where an evening begins at half past seven; the line's clock shows seven there.</summary>
public sealed class CurtainCallTests
{
    private const string Tonight = "@HarbourTheatre is there parking anywhere near you tonight?";
    private static readonly TimeSpan UntilCurtain = TimeSpan.FromMinutes(30);

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_draft_for_tonight_withdraws_itself_when_the_evening_begins_and_the_mention_waits_on(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync(Tonight);
        Assert.DoesNotContain(asked.Draft.Wordings, wording => IsLate(wording));
        Assert.Equal(0, await WithdrawAsync(line));

        line.Clock.Advance(UntilCurtain);
        Assert.Equal(1, await WithdrawAsync(line));
        var late = await line.OpenAsync(asked);
        Assert.Equal(MentionState.Waiting, late.Mention.State);
        Assert.All(late.Draft.Wordings, wording => Assert.True(IsLate(wording), wording.Text));
        Assert.NotEmpty(late.Draft.Wordings);
        Assert.Equal(line.Clock.GetUtcNow(), late.BegunAt);
        Assert.Contains(late.Journal, entry => entry is { What: "draft-withdrawn", Why: "what it asks about has begun" });
        Assert.Equal(0, await WithdrawAsync(line));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_that_has_not_left_when_the_evening_begins_comes_back_with_its_words(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync(Tonight);
        line.Clock.Advance(UntilCurtain - TimeSpan.FromSeconds(2));
        await line.ApproveAsync(asked, "Behind the fish hall, free after six.");
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.Equal(0, line.Network.Attempts);

        Assert.Equal(1, await WithdrawAsync(line));
        var back = await line.OpenAsync(asked);
        Assert.Equal((MentionState.Waiting, "Behind the fish hall, free after six."), (back.Mention.State, back.Typed!.Text));

        await line.ApproveAsync(back, "Too late for tonight, but for next time: behind the fish hall.");
        line.Clock.Advance(TimeSpan.FromSeconds(6));
        await line.PostAsync();
        Assert.Equal(MentionState.Answered, await line.StateAsync(asked));
        Assert.Equal(1, line.Network.Attempts);
    }

    [Fact]
    public async Task What_a_person_typed_stays_and_the_hour_that_somebody_names_counts()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync("@HarbourTheatre is there parking near for tonight at 8.45?");
        await line.Approvals.SaveDraftAsync(asked.Mention.Id, "Behind the fish hall.", "Ana", CancellationToken.None);
        line.Clock.Advance(UntilCurtain + TimeSpan.FromMinutes(10));
        Assert.Equal(0, await WithdrawAsync(line));
        line.Clock.Advance(TimeSpan.FromHours(1.5));
        Assert.Equal(1, await WithdrawAsync(line));
        var open = await line.OpenAsync(asked);
        Assert.Equal("Behind the fish hall.", open.Typed!.Text);
        Assert.NotNull(open.BegunAt);
    }

    [Theory]
    [InlineData("@HarbourTheatre the heating failed tonight, we froze for two hours, very disappointed")]
    [InlineData("@HarbourTheatre thank you for tonight!")]
    [InlineData("@HarbourTheatre is there parking anywhere near you?")]
    public async Task What_makes_sense_afterwards_as_well_is_left_alone(string text)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await line.WaitingAsync(text);
        line.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await WithdrawAsync(line));
    }

    private static Task<int> WithdrawAsync(TestLine line) => line.Get<CurtainCall>().WithdrawDueAsync(CancellationToken.None);

    private static bool IsLate(Wording wording) => wording.Sources.Any(source => source.StartsWith("replies/question/late-", StringComparison.Ordinal));
}
