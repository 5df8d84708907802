using EngageBot.Approving;
using EngageBot.Hours;
using EngageBot.Listening;
using EngageBot.Model;
using EngageBot.Reporting;
using EngageBot.Tests.Hours;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Reporting;

public sealed class ReplyReportsTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_clock_runs_from_the_followers_post_and_not_from_the_import(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var post = line.Writes();
        line.Clock.Advance(TimeSpan.FromMinutes(40)); // we were down
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        await AnswerAsync(line, post);

        var all = (await ReportAsync(line)).All;
        Assert.Equal((1, 50 * 60), (all.FirstReply.Count, all.FirstReply.Median));
        Assert.Equal(new Share(1, 1), all.WithinTheHour);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_clock_rests_over_the_weekend_and_when_summer_time_begins(Engine engine)
    {
        // Friday 17:30 in Berlin; the clocks go forward on Sunday.
        await using var line = await TestLine.StartAsync(engine, new FakeTimeProvider(new DateTimeOffset(2026, 3, 27, 16, 30, 0, TimeSpan.Zero)));
        await line.Get<HoursBook>().SaveAsync(OpeningHoursTests.OfficeWeek(), 0, "Ana", CancellationToken.None);
        var post = line.Writes();
        await line.ListenAsync();
        line.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 30, 8, 10, 0, TimeSpan.Zero)); // Monday 10:10 in Berlin
        await AnswerAsync(line, post);

        var report = await ReportAsync(line, Berlin);
        Assert.True(report.HoursAreSet);
        Assert.Equal(40 * 60, report.All.FirstReply.Median);
        Assert.Equal((new Share(1, 1), new Share(0, 1)), (report.All.WithinTheHour, report.All.WithinTheDay));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_answer_from_a_phone_counts_from_when_it_was_public_and_belongs_to_nobody(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var waiting = await line.WaitingAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(20));
        line.Network.Publish(waiting.Mention.Post.Id, "Thanks from the foyer!");
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);

        var report = await ReportAsync(line);
        Assert.Equal((20 * 60, new Share(1, 1)), (report.All.FirstReply.Median, report.All.Answered));
        Assert.Empty(report.ByPerson);
        Assert.Equal(0, report.All.Unchanged.Whole);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_approval_that_was_taken_back_is_no_reply_and_the_next_one_counts(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await line.ApproveAsync(seen, "Too hasty, Lena.", "Ben");
        await line.Approvals.UndoAsync(seen.Mention.Id, "Ben", CancellationToken.None);
        Assert.Equal(0, (await ReportAsync(line)).All.FirstReply.Count);

        line.Clock.Advance(TimeSpan.FromMinutes(30));
        await AnswerAsync(line, seen.Mention.Post);
        var report = await ReportAsync(line);
        Assert.Equal((1, 30 * 60), (report.All.FirstReply.Count, report.All.FirstReply.Median));
        Assert.Equal(("Ana", 1), (Assert.Single(report.ByPerson).Person, report.ByPerson[0].Replies));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_was_answered_elsewhere_and_reopened_waits_again_but_was_answered_when_it_was(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var waiting = await line.WaitingAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        line.Network.Publish(waiting.Mention.Post.Id, "We will ask and come back to you.");
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        await line.Approvals.ReopenAsync(waiting.Mention.Id, "Ana", CancellationToken.None);
        Assert.Equal((new Share(0, 1), 1), ((await ReportAsync(line)).All.Answered, (await ReportAsync(line)).WaitingNow));

        line.Clock.Advance(TimeSpan.FromMinutes(50));
        await AnswerAsync(line, waiting.Mention.Post);
        var report = await ReportAsync(line);
        Assert.Equal((1, 10 * 60), (report.All.FirstReply.Count, report.All.FirstReply.Median)); // the follower heard of us after ten minutes
        Assert.Equal(new Share(1, 1), report.All.Answered);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Each_of_several_mentions_in_a_talk_has_its_own_wait(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(10));
        await AnswerAsync(line, first.Mention.Post);
        var second = await line.WaitingAsync("@HarbourTheatre thank you so much, and the music too", "lena_k", first.Mention.Post.ThreadId);
        line.Clock.Advance(TimeSpan.FromMinutes(30));
        await AnswerAsync(line, second.Mention.Post, "The band will be glad, Lena.");

        var waits = (await ReportAsync(line)).All.FirstReply;
        Assert.Equal((2, 20 * 60, 28 * 60), (waits.Count, waits.Median, waits.NineInTen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_deserved_an_answer_is_answered_let_be_or_open(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await AnswerAsync(line, (await line.WaitingAsync(author: "ann")).Mention.Post);
        var letBe = await line.WaitingAsync("@HarbourTheatre thanks a lot for the tour", "ben");
        await line.Approvals.LetBeAsync(letBe.Mention.Id, "Needs no answer", "Ben", CancellationToken.None);
        await line.WaitingAsync("@HarbourTheatre so pleased with last night, thank you", "cleo");
        var gone = await line.WaitingAsync("@HarbourTheatre thank you, my mum adored it", "dee");
        line.Network.Deleted.Add(gone.Mention.Post.Id);
        line.Clock.Advance(TimeSpan.FromHours(21));
        await line.Get<Rechecks>().LookAsync(line.Account, CancellationToken.None);

        var report = await ReportAsync(line);
        Assert.Equal((3, new Share(1, 3), 1), (report.All.Mentions, report.All.Answered, report.All.LetBe));
        Assert.Equal(("Ben", 0, 1), (report.ByPerson[1].Person, report.ByPerson[1].Replies, report.ByPerson[1].LetBe));
        Assert.Equal(Intent.Thanks, Assert.Single(report.ByIntent).Of);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_backlog_of_each_evening_is_told_back_from_the_journal(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync(author: "ann");
        await line.WaitingAsync("@HarbourTheatre thanks a lot for the tour", "ben");
        line.Clock.Advance(TimeSpan.FromDays(1));
        await AnswerAsync(line, first.Mention.Post);
        line.Clock.Advance(TimeSpan.FromDays(1));
        var third = await line.WaitingAsync("@HarbourTheatre so pleased with last night, thank you", "cleo");
        await line.Approvals.SnoozeAsync(third.Mention.Id, line.Clock.GetUtcNow().AddHours(1), "Ana", CancellationToken.None); // still to be done

        var report = await ReportAsync(line);
        Assert.Equal([0, 0, 0, 0, 2, 1, 2], report.Backlog.Select(day => day.Waiting));
        Assert.Equal(2, report.WaitingNow);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Drafts_that_went_out_as_they_were_are_told_from_edited_ones(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asItWas = await line.WaitingAsync(author: "ann");
        await AnswerAsync(line, asItWas.Mention.Post, asItWas.Draft.Wordings[0].Text);
        await AnswerAsync(line, (await line.WaitingAsync("@HarbourTheatre thanks a lot for the tour", "ben")).Mention.Post, "Words of my own, Ben.");
        Assert.Equal(new Share(1, 2), (await ReportAsync(line)).All.Unchanged);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Another_account_and_another_time_are_not_counted(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        await AnswerAsync(line, (await line.WaitingAsync()).Mention.Post);
        var other = await line.Get<EngageBot.Storage.AccountStore>().EnsureAsync("x", new Person("2", "HarbourBar", "Harbour Bar"), CancellationToken.None);
        var now = line.Clock.GetUtcNow();
        var reports = line.Get<ReplyReports>();
        Assert.Equal(1, (await reports.MakeAsync(Period.Latest(7, now, TimeZoneInfo.Utc), line.Account.Id, CancellationToken.None)).All.Mentions);
        Assert.Equal(0, (await reports.MakeAsync(Period.Latest(7, now, TimeZoneInfo.Utc), other.Id, CancellationToken.None)).All.Mentions);
        var yesterday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        var before = await reports.MakeAsync(new Period(yesterday, yesterday, TimeZoneInfo.Utc), null, CancellationToken.None);
        Assert.Equal((0, 0), (before.All.Mentions, before.Backlog.Single().Waiting));
    }

    internal static async Task AnswerAsync(TestLine line, Post post, string words = "Lovely to hear, Lena.")
    {
        var seen = await line.OpenByPostAsync(post.Id);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(seen, words));
        await line.Database.WriteAsync(session => session.ExecuteAsync("UPDATE reply SET send_after = approved_at WHERE state = 'held'"), CancellationToken.None);
        await line.PostAsync();
    }

    private static Task<ReplyReport> ReportAsync(TestLine line, TimeZoneInfo? zone = null) =>
        line.Get<ReplyReports>().MakeAsync(Period.Latest(7, line.Clock.GetUtcNow(), zone ?? TimeZoneInfo.Utc), null, CancellationToken.None);
}
