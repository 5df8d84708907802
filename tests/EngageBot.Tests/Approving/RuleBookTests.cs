using EngageBot.Approving;
using EngageBot.Approving.Rules;
using EngageBot.Model;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class RuleBookTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Each_intent_has_an_undo_window_of_its_own(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { UndoSeconds = rules.UndoSeconds.SetItem(Intent.Thanks, 2) }, "Ana");
        var thanks = Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.WaitingAsync(), "Thank you.", "Ana"));
        var complaint = Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.WaitingAsync("@HarbourTheatre we queued 40 minutes in the rain and nobody helped, really disappointed"), "We are sorry.", "Ana"));
        Assert.Equal((2d, 30d), ((thanks.SendAfter - line.Clock.GetUtcNow())!.Value.TotalSeconds, (complaint.SendAfter - line.Clock.GetUtcNow())!.Value.TotalSeconds));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task It_is_written_down_who_changed_which_rule(Engine engine)
    {
        await using var line = await RuledHouse.OpenAsync(engine, rules => rules with { FirstRepliesOfNewcomers = 3 }, "Ana");
        var book = line.Get<RuleBook>();
        var now = await book.CurrentAsync(CancellationToken.None);
        Assert.Null(await book.ChangeAsync(now with { FirstRepliesOfNewcomers = 3, SecondForComplaints = true }, "Ben", CancellationToken.None));
        Assert.NotNull(await book.ChangeAsync(now with { UndoSeconds = now.UndoSeconds.SetItem(Intent.Chat, 601) }, "Ben", CancellationToken.None));
        var changes = await book.ChangesAsync(10, CancellationToken.None);
        Assert.Equal(
            [("Ben", "second-for-complaints", 0L, 1L), ("Ana", "first-replies-of-newcomers", 0L, 3L)],
            changes.Select(change => (change.By, change.Rule, change.From, change.To)));
    }
}
