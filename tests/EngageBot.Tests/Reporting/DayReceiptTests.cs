using EngageBot.Hours;
using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Reporting;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Reporting;

/// <summary>The line's clock begins on 31 May 2026 at 18:00 UTC.</summary>
public sealed class DayReceiptTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task When_the_day_is_over_its_receipt_is_made_once_however_many_programs_run(Engine engine)
    {
        await using var line = await LivingInAsync(engine, "UTC");
        await using var replica = line.Replica();
        await line.ApprovedAsync();
        await line.PostAsync();
        await line.WaitingAsync(author: "tomw");
        Assert.Equal(0, await MakeAsync(line));

        line.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(1, (await Task.WhenAll(MakeAsync(line), MakeAsync(replica))).Sum());
        Assert.Equal(0, await MakeAsync(line));
        var receipt = Assert.Single(await LatestAsync(line));
        Assert.Equal(
            (new DateOnly(2026, 5, 31), 2L, 1L, 1L, 1L, true, false),
            (receipt.Day, receipt.Seen, receipt.Standing[MentionState.Answered], receipt.Standing[MentionState.Waiting], receipt.Sent, receipt.IsAllRight, receipt.IsOpen));
    }

    [Fact]
    public async Task A_day_ends_when_it_ends_where_the_house_stands()
    {
        await using var line = await LivingInAsync(Engine.Sqlite, "America/New_York"); // 14:00 there
        await line.WaitingAsync();
        line.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(0, await MakeAsync(line));
        line.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal(1, await MakeAsync(line));
        Assert.Equal(new DateTimeOffset(2026, 6, 1, 4, 0, 0, TimeSpan.Zero), Assert.Single(await LatestAsync(line)).Until);
    }

    [Fact]
    public async Task A_mention_that_X_shows_and_we_do_not_hold_is_named_until_somebody_has_looked_into_it()
    {
        await using var line = await LivingInAsync(Engine.Sqlite, "UTC");
        await line.WaitingAsync();
        line.Clock.Advance(TimeSpan.FromHours(7));
        await line.WaitingAsync(author: "tomw");
        var lost = line.Writes("@HarbourTheatre did anybody find my scarf?", author: "pia");
        line.Clock.Advance(TimeSpan.FromDays(1));
        await MakeAsync(line);

        var receipt = (await LatestAsync(line))[0];
        Assert.Equal((true, new Difference(lost.Id, DifferenceKind.NotHeld)), (receipt.IsOpen, Assert.Single(receipt.Differences)));
        await line.Get<DayReceiptBook>().SettleAsync(receipt.Day, "Ana", CancellationToken.None);
        await line.Get<DayReceiptBook>().SettleAsync(receipt.Day, "Ben", CancellationToken.None);
        receipt = (await LatestAsync(line))[0];
        Assert.Equal((false, "Ana"), (receipt.IsOpen, receipt.SettledBy));
    }

    [Fact]
    public async Task While_X_cannot_be_asked_the_receipt_is_not_the_last_word_and_is_tried_again()
    {
        await using var line = await LivingInAsync(Engine.Sqlite, "UTC");
        await line.WaitingAsync();
        line.Network.TimelineAnswer = new ReadOutcome<IReadOnlyList<Post>>.Failed("X is in trouble.");
        line.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(0, await MakeAsync(line));
        Assert.Equal((null, "X is in trouble.", 1L), ((await LatestAsync(line))[0].MadeAt, (await LatestAsync(line))[0].Problem, (await LatestAsync(line))[0].Seen));
        line.Network.TimelineAnswer = null;
        Assert.Equal(0, await MakeAsync(line)); // not every few minutes
        line.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await MakeAsync(line));
        Assert.Null((await LatestAsync(line))[0].Problem);
    }

    [Fact]
    public async Task Days_on_which_nothing_ran_get_theirs_later_and_whoever_crashed_over_one_does_not_keep_it()
    {
        await using var line = await LivingInAsync(Engine.Sqlite, "UTC");
        await line.WaitingAsync();
        line.Clock.Advance(TimeSpan.FromDays(3));
        var day = new DateOnly(2026, 5, 31);
        Assert.True(await line.Get<DayReceiptBook>().TakeAsync(day, line.Clock.GetUtcNow().AddDays(-4), new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), CancellationToken.None));
        Assert.Equal(2, await MakeAsync(line));
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await MakeAsync(line));
        Assert.Equal([2, 1, 31], (await LatestAsync(line)).Select(receipt => receipt.Day.Day));
    }

    private static async Task<TestLine> LivingInAsync(Engine engine, string zone)
    {
        var line = await TestLine.StartAsync(engine);
        Assert.Null(await line.Get<HoursBook>().SaveAsync(OpeningHours.Always(TimeZoneInfo.FindSystemTimeZoneById(zone)), 0, "Ana", CancellationToken.None));
        return line;
    }

    private static Task<int> MakeAsync(TestLine line) => line.Get<DayReceiptService>().MakeDueAsync(CancellationToken.None);

    private static Task<IReadOnlyList<KeptReceipt>> LatestAsync(TestLine line) => line.Get<DayReceiptBook>().LatestAsync(10, CancellationToken.None);
}
