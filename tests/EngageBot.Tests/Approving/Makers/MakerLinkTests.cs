using EngageBot.Approving.Makers;
using EngageBot.Conversing;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;
using static EngageBot.Tests.Approving.Makers.AskedMaker;

namespace EngageBot.Tests.Approving.Makers;

/// <summary>The link that a maker gets: whom it lets in, and for how long.</summary>
public sealed class MakerLinkTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_link_takes_one_answer_and_goes_on_saying_thank_you(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync(Question);
        var key = await AskAsync(line, [asked.Mention.Id]);
        var answers = await Task.WhenAll(AnswerAsync(line, key, "One."), AnswerAsync(line, key, "Another."));
        Assert.Single(answers, answer => answer is MakerAnswer.Taken);
        Assert.Single(answers, answer => answer is MakerAnswer.Closed);
        Assert.IsType<MakerAnswer.Closed>(await AnswerAsync(line, key, "Third."));
        Assert.Equal(MakerState.Answered, (await OpenAsync(line, key))!.Question.State);
    }

    [Fact]
    public async Task The_key_of_a_link_is_stored_nowhere()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var key = await AskAsync(line, [(await line.WaitingAsync(Question)).Mention.Id]);
        var stored = await line.Database.ReadAsync(session => session.QueryAsync<string>("SELECT hash FROM maker_link"), CancellationToken.None);
        Assert.NotEqual(key, Assert.Single(stored));
        Assert.Null(await OpenAsync(line, stored[0]));
        Assert.Null(await OpenAsync(line, "no such key"));
    }

    [Fact]
    public async Task After_its_days_a_link_shows_nothing_and_takes_nothing_until_a_reminder_gives_it_time_again()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        var outcome = Assert.IsType<AskOutcome.Asked>(await line.Get<MakerDesk>().AskAsync(new MakerRequest([asked.Mention.Id], "Mara"), "Ana", CancellationToken.None));
        var key = Key(outcome);
        Assert.Equal(line.Clock.GetUtcNow().AddDays(7), outcome.ExpiresAt);
        line.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Single((await line.Get<MakerBoard>().NewsAsync(CancellationToken.None)).Late);
        line.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Empty((await OpenAsync(line, key))!.Question.Asked);
        Assert.IsType<MakerAnswer.Closed>(await AnswerAsync(line, key));

        var again = Assert.IsType<AskOutcome.Asked>(await line.Get<MakerDesk>().RemindAsync(outcome.QuestionId, "Ana", CancellationToken.None));
        Assert.Equal(line.Clock.GetUtcNow().AddDays(7), again.ExpiresAt);
        Assert.Empty((await line.Get<MakerBoard>().NewsAsync(CancellationToken.None)).Late);
        Assert.NotEmpty((await OpenAsync(line, key))!.Question.Asked);
        Assert.IsType<MakerAnswer.Taken>(await AnswerAsync(line, Key(again)));
    }

    [Fact]
    public async Task A_question_that_was_taken_back_is_gone()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        var outcome = Assert.IsType<AskOutcome.Asked>(await line.Get<MakerDesk>().AskAsync(new MakerRequest([asked.Mention.Id], "Mara", Note: "Ask the ghost."), "Ana", CancellationToken.None));
        Assert.True(await line.Get<MakerDesk>().TakeBackAsync(outcome.QuestionId, "Ana", CancellationToken.None));
        Assert.False(await line.Get<MakerDesk>().TakeBackAsync(outcome.QuestionId, "Ana", CancellationToken.None));
        AssertGone(await OpenAsync(line, Key(outcome)));
        Assert.IsType<MakerAnswer.Closed>(await AnswerAsync(line, Key(outcome)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Deleting_the_post_takes_the_question_from_the_link_at_once(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync(Question);
        var key = await AskAsync(line, [asked.Mention.Id]);
        await line.Database.WriteAsync(async session => { await line.Get<Withdrawals>().BecauseDeletedAsync(session, asked.Mention.Id); return true; }, CancellationToken.None);
        AssertGone(await OpenAsync(line, key));
        Assert.IsType<MakerAnswer.Closed>(await AnswerAsync(line, key));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Who_says_stop_is_asked_about_no_more_and_who_asked_the_same_still_waits(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var first = await line.WaitingAsync(Question);
        var second = await line.WaitingAsync("@HarbourTheatre wifi password of the foyer ghost please?", "tom");
        var key = await AskAsync(line, [first.Mention.Id, second.Mention.Id]);
        line.Writes("@HarbourTheatre stop replying to me");
        await line.ListenAsync();
        Assert.Equal("tom", Assert.Single((await OpenAsync(line, key))!.Question.Asked).Handle);
        line.Writes("@HarbourTheatre unsubscribe", "tom");
        await line.ListenAsync();
        AssertGone(await OpenAsync(line, key));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told_in_a_sentence_and_can_be_sent_again()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var key = await AskAsync(line, [(await line.WaitingAsync(Question)).Mention.Id]);
        foreach (var (words, name, told) in new[]
        {
            ("", "Mara", "no words yet"), ("  \n ", "Mara", "no words yet"), (new string('x', 1001), "Mara", "too long: 1001 characters"),
            ("Yes.", "", "first name is missing"), ("Yes.", "@mara", "letters, spaces and hyphens"), ("Yes.", "https://mara.example", "letters, spaces and hyphens"),
        })
            Assert.Contains(told, Assert.IsType<MakerAnswer.NotTaken>(await line.Get<MakerDoor>().AnswerAsync(key, words, name, false, CancellationToken.None)).Why, StringComparison.Ordinal);
        Assert.IsType<MakerAnswer.Taken>(await AnswerAsync(line, key));
    }

    [Fact]
    public async Task What_is_decided_and_not_owed_is_asked_of_nobody()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var thanks = await line.WaitingAsync();
        await line.Approvals.LetBeAsync(thanks.Mention.Id, "enough said", "Ana", CancellationToken.None);
        var outcome = await line.Get<MakerDesk>().AskAsync(new MakerRequest([thanks.Mention.Id], "Mara"), "Ana", CancellationToken.None);
        Assert.Contains("Bring it back first", Assert.IsType<AskOutcome.NotAsked>(outcome).Why, StringComparison.Ordinal);
    }

    private static void AssertGone(MakerVisit? visit)
    {
        Assert.Equal(MakerState.Gone, visit!.Question.State);
        Assert.Empty(visit.Question.Asked);
        Assert.Equal("", visit.Question.Note);
    }
}
