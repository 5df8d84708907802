using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Storage;
using EngageBot.Tests.Line;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EngageBot.Tests.Storage;

/// <summary>The connection to PostgreSQL breaks in the moment of saving: whether it counts, nobody here can know.</summary>
public sealed class CommitInDoubtTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_approves_is_told_to_look_again_and_the_decision_stands_once_in_the_journal_at_most(bool isDone)
    {
        using var proxy = new CuttingProxy(TempPostgres.Instance.NewDatabase());
        await using var line = await ThroughAsync(proxy);
        var seen = await line.WaitingAsync();
        proxy.CutAtCommit(1, isDone);
        var doubt = await Assert.ThrowsAsync<CommitInDoubtException>(() => line.ApproveAsync(seen));
        Assert.Contains("may be done or not. Look again before you repeat it.", StorageTrouble.Explain(doubt), StringComparison.Ordinal);
        Assert.Equal(isDone ? 1 : 0, await ApprovalsAsync(line));

        var again = await line.ApproveAsync(seen);
        Assert.Equal(isDone ? typeof(Decision.AlreadyTaken) : typeof(Decision.Taken), again.GetType());
        Assert.Equal(1, await ApprovalsAsync(line));
        await GoOnAsync(line);
        Assert.Equal(MentionState.Answered, await line.StateAsync(seen));
        Assert.Single(line.Network.OwnPosts);
    }

    /// <summary>The first commit of a turn takes the reply, the second keeps what became of it.</summary>
    [Theory]
    [InlineData(1, true, MentionState.NeedsAttention)] // taken and perhaps sent: nothing of it is public, and a person is asked
    [InlineData(1, false, MentionState.Answered)]
    [InlineData(2, true, MentionState.Answered)]
    [InlineData(2, false, MentionState.Answered)]
    public async Task A_reply_is_public_once_at_most_whichever_commit_of_its_sending_is_in_doubt(int commit, bool isDone, MentionState end)
    {
        using var proxy = new CuttingProxy(TempPostgres.Instance.NewDatabase());
        await using var line = await ThroughAsync(proxy);
        var seen = await line.ApprovedAsync();
        proxy.CutAtCommit(commit, isDone);
        await Assert.ThrowsAsync<CommitInDoubtException>(line.PostAsync);
        await GoOnAsync(line);
        Assert.Equal(end, await line.StateAsync(seen));
        Assert.Equal(end == MentionState.Answered ? 1 : 0, line.Network.OwnPosts.Count);
    }

    private static async Task<TestLine> ThroughAsync(CuttingProxy proxy)
    {
        var temp = TempDatabase.At(proxy.ConnectionString);
        await new Migrations(temp.Database, NullLogger<Migrations>.Instance).ApplyAsync(CancellationToken.None);
        return await TestLine.StartAsync(Engine.PostgreSql, over: temp);
    }

    private static Task<long> ApprovalsAsync(TestLine line) => line.CountAsync("SELECT COUNT(*) FROM journal WHERE what = 'approved'");

    /// <summary>However often the poster and the settler turn from now on.</summary>
    private static async Task GoOnAsync(TestLine line)
    {
        for (var turn = 0; turn < 5; turn++)
        {
            line.Clock.Advance(TimeSpan.FromSeconds(40));
            await line.PostAsync();
            await line.SettleAsync();
        }
        Assert.True((await line.ReceiptAsync()).Balanced);
    }
}
