using EngageBot.Approving;
using EngageBot.Approving.Makers;
using EngageBot.Drafting;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class StopTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_stop_ends_everything_that_was_under_way_and_no_colleague_can_undo_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var promised = await line.WaitingAsync("@HarbourTheatre how many candles burn in the storm scene every night?");
        await line.ApproveAsync(promised, "We'll ask the workshop and tell you here.");
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        var (waiting, snoozed, held) = (await line.WaitingAsync(), await line.WaitingAsync("@HarbourTheatre who makes the snow?"), await line.WaitingAsync("@HarbourTheatre what an evening, thank you all"));
        await line.Approvals.SnoozeAsync(snoozed.Mention.Id, line.Clock.GetUtcNow().AddHours(1), "Ana", CancellationToken.None);
        await line.Approvals.SaveDraftAsync(waiting.Mention.Id, "Dear Lena", "Ben", CancellationToken.None);
        await line.Get<MakerDesk>().AskAsync(new MakerRequest([promised.Mention.Id, snoozed.Mention.Id], "Mara"), "Ana", CancellationToken.None);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(held, "See you soon."));

        line.Writes("@HarbourTheatre please stop replying to me");
        await line.ListenAsync();
        OpenMention[] theirs = [waiting, snoozed, held];
        foreach (var mention in theirs)
            await NothingMovesAsync(line, mention);
        Assert.Equal(0, (await line.Get<OwedAnswers>().CountAsync(CancellationToken.None)).Open);
        Assert.Empty(await line.Get<MakerBoard>().ListAsync(9, CancellationToken.None));

        line.Clock.Advance(TimeSpan.FromHours(2));
        await line.Get<SnoozeAlarm>().WakeDueAsync(CancellationToken.None);
        await line.PostAsync();
        Assert.Single(line.Network.OwnPosts);
        var later = line.Writes("@HarbourTheatre thank you, what an evening");
        await line.ListenAsync();
        var after = await line.OpenByPostAsync(later.Id);
        Assert.Empty(after.Draft.Wordings);
        await NothingMovesAsync(line, after);
        Assert.True((await line.ReceiptAsync()).Balanced);

        line.Writes("@HarbourTheatre start");
        await line.ListenAsync();
        var back = await line.WaitingAsync("@HarbourTheatre thank you, what an evening it was");
        Assert.Equal(MentionState.Waiting, back.Mention.State);
        foreach (var mention in theirs)
            Assert.Equal(MentionState.Withdrawn, await line.StateAsync(mention)); // what was withdrawn stays so
    }

    private static async Task NothingMovesAsync(TestLine line, OpenMention stopped)
    {
        var seen = await line.OpenAsync(stopped);
        var id = seen.Mention.Id;
        Decision[] tried =
        [
            await line.ApproveAsync(seen, "But we love you, Lena."),
            await line.Approvals.ReopenAsync(id, "Ana", CancellationToken.None),
            await line.Approvals.UndoAsync(id, "Ana", CancellationToken.None),
            await line.Approvals.SnoozeAsync(id, line.Clock.GetUtcNow().AddHours(1), "Ana", CancellationToken.None),
            await line.Approvals.LetBeAsync(id, "as they wish", "Ana", CancellationToken.None),
            await line.Get<Corrections>().CorrectAsync(id, Intent.Question, null, "Ana", CancellationToken.None),
        ];
        Assert.All(tried, decision => Assert.False(decision.ChangedSomething));
        Assert.IsType<AskOutcome.NotAsked>(await line.Get<MakerDesk>().AskAsync(new MakerRequest([id], "Mara"), "Ana", CancellationToken.None));
        Assert.Null(await line.Database.WriteAsync(session => line.Get<Redrafting>().RedraftAsync(session, id), CancellationToken.None));
        Assert.Equal(MentionState.Withdrawn, await line.StateAsync(stopped));
    }
}
