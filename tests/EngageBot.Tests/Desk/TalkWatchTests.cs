using EngageBot.Desk.Reports;
using EngageBot.Desk.Shell;
using EngageBot.Desk.Translation;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Reporting;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class TalkWatchTests
{
    [Fact]
    public async Task The_desk_says_once_that_a_week_was_more_telling_than_talking()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var watch = new TalkWatch(line.Get<DialogueReports>(), new ViewerClock(line.Clock, new Phrases(new Phrasebooks())));
        await watch.LookAsync(CancellationToken.None);
        Assert.Null(watch.Warning);

        for (var number = 0; number < 5; number++)
            line.Network.OwnPosts.Add(new Post($"{700 + number}", ScriptedNetwork.Self, $"Only {number} seats left!", line.Clock.GetUtcNow(), $"{700 + number}"));
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal(new Share(0, 5), watch.Warning);

        watch.Dismiss();
        line.Clock.Advance(TimeSpan.FromMinutes(11));
        await watch.LookAsync(CancellationToken.None);
        Assert.Null(watch.Warning);
    }
}
