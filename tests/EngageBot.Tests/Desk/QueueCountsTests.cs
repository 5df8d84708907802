using EngageBot.Approving;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class QueueCountsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_database_without_a_mention_counts_none(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var counts = await line.Get<ApprovalQueue>().CountsAsync(CancellationToken.None);
        Assert.Equal((0, null, null), (counts.Waiting, counts.Oldest, counts.LastReplyAt));
    }
}
