using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Desk.Letter;
using EngageBot.Learning;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

/// <summary>People say what a mention wants, in so many words or by what they decide.</summary>
public sealed class CorrectionsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_corrected_mention_is_drafted_anew_and_stands_in_the_journal(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        Assert.Equal(Intent.Thanks, seen.Mention.Understanding.Intent);
        Assert.IsType<Decision.Taken>(await CorrectAsync(line, seen, Intent.Complaint));
        var now = await line.OpenAsync(seen);
        Assert.Equal((Intent.Complaint, 1.0, MentionState.Waiting), (now.Mention.Understanding.Intent, now.Mention.Understanding.Confidence, now.Mention.State));
        Assert.NotEqual(seen.Draft.Wordings[0].Text, now.Draft.Wordings[0].Text);
        Assert.All(now.Draft.Wordings, wording => Assert.Contains(wording.Sources, source => source.StartsWith("replies/complaint/", StringComparison.Ordinal)));
        Assert.Equal(("Ana", "corrected", "thanks → complaint"), (now.Journal[^1].Actor, now.Journal[^1].What, now.Journal[^1].Why));
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_correction_taken_back_leaves_no_trace_but_the_journal(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        await CorrectAsync(line, seen, Intent.Complaint);
        await CorrectAsync(line, seen, Intent.Spam, read: Intent.Complaint);
        Assert.IsType<Decision.Taken>(await line.Get<Corrections>().TakeBackAsync(seen.Mention.Id, "Ana", CancellationToken.None));
        var now = await line.OpenAsync(seen);
        Assert.Equal(seen.Mention.Understanding with { Reasons = [] }, now.Mention.Understanding with { Reasons = [] });
        Assert.Equal(seen.Mention.Understanding.Reasons, now.Mention.Understanding.Reasons);
        Assert.Equal(seen.Draft.Wordings.Select(wording => wording.Text), now.Draft.Wordings.Select(wording => wording.Text));
        Assert.Equal(0, await line.CountAsync("SELECT COUNT(*) FROM lesson"));
        Assert.IsType<Decision.TooLate>(await line.Get<Corrections>().TakeBackAsync(seen.Mention.Id, "Ana", CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_many_people_who_correct_at_once_one_is_heard_and_the_others_learn_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var seen = await line.WaitingAsync();
        var decisions = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(
            () => CorrectAsync(line, seen, number % 2 == 0 ? Intent.Question : Intent.Complaint, person: $"Person {number}"))));
        Assert.Single(decisions.OfType<Decision.Taken>());
        Assert.All(decisions.OfType<Decision.AlreadyTaken>(), faster => Assert.Equal("corrected", faster.What));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM lesson"));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM journal WHERE what = 'corrected'"));
    }

    [Fact]
    public async Task What_is_decided_cannot_be_corrected_any_more()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        await line.ApproveAsync(seen);
        var faster = Assert.IsType<Decision.AlreadyTaken>(await CorrectAsync(line, seen, Intent.Complaint));
        Assert.Equal(("Ana", "approved"), (faster.By, faster.What));
        Assert.Equal(Intent.Thanks, (await line.OpenAsync(seen)).Mention.Understanding.Intent);
    }

    [Fact]
    public async Task Words_that_somebody_typed_outlive_a_correction()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        await line.Approvals.SaveDraftAsync(seen.Mention.Id, "My own words.", "Ben", CancellationToken.None);
        Assert.IsType<Decision.Taken>(await CorrectAsync(line, seen, Intent.Complaint));
        var now = await line.OpenAsync(seen);
        Assert.Equal("My own words.", now.Typed?.Text);
        Assert.Equal(seen.Draft.Wordings[0].Text, now.Draft.Wordings[0].Text);
    }

    [Fact]
    public async Task An_approval_confirms_the_reading_only_when_the_draft_was_taken_as_it_was_offered()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var offered = await line.WaitingAsync();
        await line.ApproveAsync(offered, offered.Draft.Wordings[0].Text);
        Assert.Equal("thanks 1", await LessonAsync(line, offered));
        await line.Approvals.UndoAsync(offered.Mention.Id, "Ana", CancellationToken.None);
        Assert.Null(await LessonAsync(line, offered));
        await line.ApproveAsync(await line.OpenAsync(offered), "Words of my own.");
        Assert.Null(await LessonAsync(line, offered));
    }

    [Fact]
    public async Task Thanking_back_for_what_was_read_as_a_complaint_teaches_that_it_was_none()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var thanked = await line.WaitingAsync();
        await line.Database.WriteAsync(session => session.ExecuteAsync("UPDATE mention SET intent = 'complaint' WHERE id = @Id", new { thanked.Mention.Id }), CancellationToken.None);
        await line.ApproveAsync(await line.OpenAsync(thanked), thanked.Draft.Wordings[0].Text);
        Assert.Equal("thanks 1", await LessonAsync(line, thanked));
    }

    [Fact]
    public async Task Every_reason_of_the_desk_teaches_what_it_says_and_nothing_more()
    {
        var taught = LetBePanel.Reasons.Select(reason => (reason, LetBeLesson.Of(reason))).ToDictionary();
        Assert.Equal(new LetBeLesson(Intent.Spam, false), taught["Advert or junk"]);
        Assert.Equal(new LetBeLesson(Intent.Abuse, false), taught["Insult: silence is kinder"]);
        Assert.Equal(new LetBeLesson(Intent.Aside, false), taught["Not meant for us"]);
        Assert.Equal(new LetBeLesson(null, false), taught["Needs no answer"]);
        Assert.Equal(2, taught.Values.Count(lesson => lesson is null));

        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var seen = await line.WaitingAsync();
        await line.Approvals.LetBeAsync(seen.Mention.Id, "Not meant for us", "Ana", CancellationToken.None);
        Assert.Equal("aside 0", await LessonAsync(line, seen));
        await line.Approvals.ReopenAsync(seen.Mention.Id, "Ana", CancellationToken.None);
        Assert.Null(await LessonAsync(line, seen));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_deleted_mention_and_somebody_who_said_stop_teach_nothing_any_more(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var (kept, deleted, stopped) = (await line.WaitingAsync(author: "one"), await line.WaitingAsync(author: "two"), await line.WaitingAsync(author: "three"));
        foreach (var mention in new[] { kept, deleted, stopped })
            await CorrectAsync(line, mention, Intent.Complaint);
        await line.Database.WriteAsync(
            async session =>
            {
                await line.Get<Withdrawals>().BecauseDeletedAsync(session, deleted.Mention.Id);
                return true;
            },
            CancellationToken.None);
        line.Writes("@HarbourTheatre stop replying to me", "three");
        await line.ListenAsync();
        Assert.NotNull(await LessonAsync(line, kept));
        Assert.Null(await LessonAsync(line, deleted));
        Assert.Null(await LessonAsync(line, stopped));
    }

    private static Task<Decision> CorrectAsync(TestLine line, OpenMention mention, Intent intent, Intent? read = null, string person = "Ana") =>
        line.Get<Corrections>().CorrectAsync(mention.Mention.Id, intent, read ?? mention.Mention.Understanding.Intent, person, CancellationToken.None);

    private static Task<string?> LessonAsync(TestLine line, OpenMention mention) => line.Database.ReadAsync(
        session => session.FirstOrDefaultAsync<string>(
            "SELECT COALESCE(intent, '') || ' ' || COALESCE(CAST(reply_welcome AS TEXT), '-') FROM lesson WHERE mention_id = @Id", new { mention.Mention.Id }),
        CancellationToken.None);
}
