using EngageBot.Approving;
using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Approving;

/// <summary>A house in Berlin that is open from eight to eight and lets replies wait for that.</summary>
public sealed class NightTests
{
    // the night in which the clocks go back
    private static readonly DateTimeOffset Night = new(2026, 10, 24, 21, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Morning = new(2026, 10, 25, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_is_approved_at_night_goes_out_once_when_the_house_opens(Engine engine)
    {
        await using var line = await AtNightAsync(engine);
        await using var replica = line.Replica();
        var open = await line.WaitingAsync();
        Assert.Equal(new Decision.Taken(MentionState.Answering, Morning), await line.ApproveAsync(open));

        line.Clock.SetUtcNow(Morning.AddSeconds(-1));
        await line.PostAsync();
        Assert.Equal(0, line.Network.Attempts);
        line.Clock.SetUtcNow(Morning);
        await Task.WhenAll(line.PostAsync(), replica.PostAsync());
        Assert.Equal(1, line.Network.Attempts);
        Assert.Equal(MentionState.Answered, await line.StateAsync(open));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task It_can_be_sent_now_and_taken_back_until_it_leaves(Engine engine)
    {
        await using var line = await AtNightAsync(engine);
        var (now, back) = (await line.WaitingAsync(), await line.WaitingAsync("@HarbourTheatre what a lovely evening it was", "ben"));
        await line.ApproveAsync(now);
        await line.ApproveAsync(back, "Lovely, Ben.");
        var sent = Assert.IsType<Decision.Taken>(await line.Approvals.SendNowAsync(now.Mention.Id, "Ana", CancellationToken.None));
        Assert.True(sent.SendAfter <= line.Clock.GetUtcNow().AddSeconds(30));
        Assert.IsType<Decision.TooLate>(await line.Approvals.SendNowAsync(now.Mention.Id, "Ben", CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        Assert.Equal((MentionState.Answered, 1), (await line.StateAsync(now), line.Network.Attempts));

        line.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(new Decision.Taken(MentionState.Waiting), await line.Approvals.UndoAsync(back.Mention.Id, "Ana", CancellationToken.None));
        line.Clock.SetUtcNow(Morning);
        await line.PostAsync();
        Assert.Equal(1, line.Network.Attempts);
    }

    [Fact]
    public async Task What_would_come_too_late_in_the_morning_does_not_wait()
    {
        await using var line = await AtNightAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync("@HarbourTheatre is there parking near for the concert today at 23.30?");
        var taken = Assert.IsType<Decision.Taken>(await line.ApproveAsync(asked));
        Assert.True(taken.SendAfter < Night.AddMinutes(1), $"{taken.SendAfter}");
    }

    [Fact]
    public async Task A_turn_of_theirs_in_the_night_brings_it_back()
    {
        await using var line = await AtNightAsync(Engine.Sqlite);
        var open = await line.WaitingAsync();
        await line.ApproveAsync(open, "Good to hear, Lena.");
        await line.WaitingAsync("@HarbourTheatre and the lamp, of course", thread: open.Mention.Post.ThreadId);
        Assert.Equal("Good to hear, Lena.", (await line.OpenAsync(open)).Typed!.Text);
    }

    [Fact]
    public async Task Nothing_waits_while_nobody_has_asked_for_it()
    {
        await using var line = await AtNightAsync(Engine.Sqlite, waits: false);
        var taken = Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.WaitingAsync()));
        Assert.True(taken.SendAfter < Night.AddMinutes(1));
    }

    private static async Task<TestLine> AtNightAsync(Engine engine, bool waits = true)
    {
        var line = await TestLine.StartAsync(engine, new FakeTimeProvider(Night));
        var week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => (IReadOnlyList<OpenSpan>)[new OpenSpan(8 * 60, 20 * 60)]);
        Assert.Null(await line.Get<HoursBook>().SaveAsync(new OpeningHours(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), week, []), 0, "Ana", CancellationToken.None, waits));
        return line;
    }
}
