using EngageBot.Approving.Together;
using EngageBot.Desk.Queue;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class SeveralTests
{
    [Fact]
    public async Task Chosen_mentions_are_let_be_each_for_itself_and_one_undo_brings_all_back()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two", "three", "four");
        var several = await ChooseAsync(desk, "one", "two", "four");
        await several.LetBeAsync("Needs no answer");
        Assert.Equal("3 let be", desk.Sitting.Deeds.Recent[^1].Said!.ToString());
        Assert.Equal(("three", 1, 0), (desk.Open, desk.Sitting.Feed.Total, several.Chosen.Count));
        Assert.Equal(3, await desk.Line.CountAsync("SELECT COUNT(*) FROM journal WHERE what = 'let-be' AND actor = 'Ana' AND why = 'Needs no answer'"));
        await desk.Sitting.UndoAsync();
        Assert.Equal(["one", "two", "three", "four"], desk.Sitting.Feed.Items.Select(item => item.Author.Handle));
        Assert.Empty(desk.Sitting.Deeds.Recent);
    }

    [Fact]
    public async Task Who_was_faster_is_told_and_their_decision_stands()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two", "three");
        var several = await ChooseAsync(desk, "one", "two", "three");
        var ben = await desk.AgainAsync("Ben");
        await ben.ApproveAsync("Thank you from Ben.");
        await several.SnoozeAsync(desk.Line.Clock.GetUtcNow().AddHours(1));
        Assert.Equal("2 snoozed, 1 not: Ben was faster", desk.Sitting.Deeds.Recent[^1].Said!.ToString());
        await desk.Sitting.UndoAsync();
        Assert.Equal(1, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE state = 'answering'"));
        Assert.Equal(2, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE state = 'waiting'"));
    }

    [Fact]
    public async Task When_all_were_decided_before_nothing_can_be_undone()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        var several = await ChooseAsync(desk, "one");
        var ben = await desk.AgainAsync("Ben");
        await ben.ApproveAsync("Thank you from Ben.");
        await several.LetBeAsync("Needs no answer");
        Assert.Equal("0 let be, 1 not: Ben was faster", desk.Sitting.Deeds.Recent[^1].Outcome);
        Assert.Null(desk.Sitting.Deeds.LastUndoable);
    }

    [Fact]
    public async Task Nothing_is_approved_together()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        var several = await ChooseAsync(desk, "one", "two");
        Assert.True(several.Takes("a"));
        Assert.True(several.Ask("a"));
        Assert.True(several.OneByOne);
        Assert.Equal(0, await desk.Line.CountAsync("SELECT COUNT(*) FROM reply"));
    }

    [Fact]
    public async Task Who_may_not_decide_lets_none_be()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        var several = await ChooseAsync(desk, "one", "two");
        desk.Sitting.Rights = desk.Sitting.Rights with { MayDecide = false };
        await several.LetBeAsync("Needs no answer");
        Assert.Equal(2, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE state = 'waiting'"));
    }

    private static async Task<Several> ChooseAsync(TestDesk desk, params string[] writers)
    {
        var several = new Several(desk.Sitting, desk.Line.Approvals, desk.Line.Get<Assignments>(), Speaking.English, desk.Line.Clock);
        await desk.Sitting.RefreshAsync();
        foreach (var item in desk.Sitting.Feed.Items.Where(item => writers.Contains(item.Author.Handle)))
            Assert.True(several.Toggle(new Chosen(item.Id, item.AssignedTo)));
        return several;
    }
}
