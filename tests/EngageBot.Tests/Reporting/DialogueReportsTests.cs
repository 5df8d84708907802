using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Reporting;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Reporting;

public sealed class DialogueReportsTests
{
    private static int number = 500;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Replies_to_people_are_told_from_broadcasts_and_threads_of_ones_own(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var announcement = Says(line, "Low Water opens on Friday.");
        Says(line, "And on Saturday, too.", announcement.Id); // goes on with the announcement
        Says(line, "Somebody else's words", isRepost: true);
        var mention = await line.WaitingAsync();
        await ReplyReportsTests.AnswerAsync(line, mention.Mention.Post, "Lovely to hear, Lena. Which scene was it?");
        var ours = line.Network.OwnPosts[^1];
        Says(line, "Ours was the storm.", ours.Id); // goes on with the reply
        Says(line, "Good luck tonight!", "4711"); // to somebody who had not named us
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);

        var report = await ReportAsync(line);
        Assert.Equal((new Share(3, 5), new Share(3, 5)), (report.Talk, report.LastWeek));
        Assert.Equal((3, 2), (report.ByDay[^1].Talk, report.ByDay[^1].Broadcasts));
        Assert.Equal(new Share(1, 3), report.AskedBack);
        Assert.False(report.SellsMore);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_reply_counts_once_whether_or_not_our_timeline_shows_it_yet(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await ReplyReportsTests.AnswerAsync(line, (await line.WaitingAsync()).Mention.Post);
        Assert.Equal(new Share(1, 1), (await ReportAsync(line)).Talk);
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        Assert.Equal(new Share(1, 1), (await ReportAsync(line)).Talk);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_writes_again_came_back_and_who_is_quoted_has_a_voice(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync("@HarbourTheatre how do you make it rain on stage every night?", "ann");
        var told = first.Draft.Wordings.First(wording => wording.Sources.Any(source => source.StartsWith("backstage/", StringComparison.Ordinal)));
        await ReplyReportsTests.AnswerAsync(line, first.Mention.Post, told.Text);
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.WaitingAsync("@HarbourTheatre ha, wonderful", "ann", first.Mention.Post.ThreadId);
        await ReplyReportsTests.AnswerAsync(line, (await line.WaitingAsync("@HarbourTheatre thank you, what a night", "ben")).Mention.Post, "See you soon, Ben.");

        var report = await ReportAsync(line);
        Assert.Equal((2, 2.5, new Share(1, 2)), (report.Conversations, report.Turns, report.CameBack));
        Assert.NotEmpty(Assert.Single(report.Voices).Name);
        Assert.Equal(1, report.Voices[0].Replies);
        Assert.InRange(report.Freshness!.Value, 0.5, 1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_week_of_announcements_is_pointed_out_and_a_quiet_one_is_not(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var quiet = await ReportAsync(line);
        Assert.Equal((new Share(0, 0), null, false), (quiet.Talk, quiet.Turns, quiet.SellsMore));
        for (var day = 0; day < 4; day++)
            Says(line, $"Only {day} days left!");
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        Assert.True((await ReportAsync(line)).SellsMore);
        Assert.Equal(new Share(0, 4), await line.Get<DialogueReports>().LatestWeekAsync(Period.Latest(7, line.Clock.GetUtcNow(), TimeZoneInfo.Utc), CancellationToken.None));
    }

    private static Post Says(TestLine line, string text, string? inReplyTo = null, bool isRepost = false)
    {
        var id = $"{number++}";
        var post = new Post(id, ScriptedNetwork.Self, text, line.Clock.GetUtcNow(), id, inReplyTo, IsRepost: isRepost);
        line.Network.OwnPosts.Add(post);
        line.Clock.Advance(TimeSpan.FromSeconds(1));
        return post;
    }

    private static Task<DialogueReport> ReportAsync(TestLine line) =>
        line.Get<DialogueReports>().MakeAsync(Period.Latest(28, line.Clock.GetUtcNow(), TimeZoneInfo.Utc), null, CancellationToken.None);
}
