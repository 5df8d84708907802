using EngageBot.Approving.Together;
using EngageBot.Desk.Queue;
using Xunit;

namespace EngageBot.Tests.Desk;

/// <summary>What a person is told when the database fails them is what is so.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_decision_that_failed_changed_nothing_and_says_so()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        await BreakAsync(desk, "DROP TABLE reply");
        await desk.ApproveAsync("Thank you, one.");
        Assert.StartsWith("Nothing was changed.", desk.Sitting.Notice, StringComparison.Ordinal);
        Assert.Equal(2, await desk.Line.CountAsync("SELECT COUNT(*) FROM mention WHERE state = 'waiting'"));
    }

    [Fact]
    public async Task A_decision_that_went_through_before_the_trouble_is_called_done_and_can_be_taken_back()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two");
        await BreakAsync(desk, "DROP TABLE handling");
        await desk.ApproveAsync("Thank you, one.");
        Assert.StartsWith("It is done", desk.Sitting.Notice, StringComparison.Ordinal);
        Assert.Equal(1, await desk.Line.CountAsync("SELECT COUNT(*) FROM reply WHERE state = 'held'"));
        Assert.NotNull(desk.Sitting.Deeds.LastUndoable);
    }

    [Fact]
    public async Task Of_several_decisions_those_before_the_trouble_are_done_and_the_rest_keep_their_marks()
    {
        await using var desk = await TestDesk.AnaAsync("one", "two", "three");
        var several = new Several(desk.Sitting, desk.Line.Approvals, desk.Line.Get<Assignments>(), Speaking.English, desk.Line.Clock);
        foreach (var item in desk.Sitting.Feed.Items)
            several.Toggle(new Chosen(item.Id, null));
        await BreakAsync(desk, "CREATE TRIGGER trouble BEFORE UPDATE ON mention WHEN (SELECT COUNT(*) FROM mention WHERE state = 'let-be') = 2 BEGIN SELECT RAISE(FAIL, 'no room'); END");
        await several.LetBeAsync("nothing to add");
        Assert.Single(several.Chosen);
        Assert.Equal("2 let be; then the database did not answer, and 1 still wait", desk.Sitting.Deeds.Recent[^1].Said!.ToString());
        Assert.Equal("three", desk.Open);
    }

    private static Task BreakAsync(TestDesk desk, string how) => desk.Line.Database.WriteAsync(session => session.ExecuteAsync(how), CancellationToken.None);
}
