using EngageBot.Approving;
using EngageBot.Conversing;
using EngageBot.Listening;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class PromisesTests
{
    private const string Question = "@HarbourTheatre how many candles burn in the storm scene every night?";
    private const string Promise = "We'll ask the workshop and tell you here.";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_a_public_reply_promises_is_owed_until_it_is_told(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await PromisedAsync(line);
        Assert.Equal(1, await OpenAsync(line));

        var again = line.Writes("@HarbourTheatre any news about the candles?", thread: asked.Mention.Post.ThreadId);
        await line.ListenAsync();
        var second = await line.OpenByPostAsync(again.Id);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(second, "Forty candles, and one that nobody admits to."));
        await PostAsync(line);

        Assert.Equal(0, await OpenAsync(line));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM promise WHERE state = 'kept' AND closed_by = 'Ana'"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Two_questions_of_one_talk_are_owed_each_and_each_is_told_what_it_asked(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var candles = await PromisedAsync(line);
        var ropes = line.Writes("@HarbourTheatre and who knots the ropes of the ferry?", thread: candles.Mention.Post.ThreadId);
        var news = line.Writes("@HarbourTheatre any news of the candles?", thread: candles.Mention.Post.ThreadId);
        await line.ListenAsync();
        foreach (var post in new[] { ropes, news })
        {
            Assert.IsType<Decision.Taken>(await line.ApproveAsync(await line.OpenByPostAsync(post.Id), $"Not yet, we'll ask and tell you here. {post.Id}"));
            await PostAsync(line);
        }
        Assert.Equal(["candles", "ropes"], (await line.Get<OwedAnswers>().ListAsync(10, CancellationToken.None)).Select(owed => owed.Asked.Contains("candles", StringComparison.Ordinal) ? "candles" : "ropes"));

        var last = line.Writes("@HarbourTheatre still curious", thread: candles.Mention.Post.ThreadId);
        await line.ListenAsync();
        await line.ApproveAsync(await line.OpenByPostAsync(last.Id), "Pilar knots the ropes, all eleven of them.");
        await PostAsync(line);
        Assert.Contains("candles", Assert.Single(await line.Get<OwedAnswers>().ListAsync(10, CancellationToken.None)).Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passing_on_a_thank_you_is_owed_to_nobody()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var thanks = await line.WaitingAsync("@HarbourTheatre thank you for the most moving two hours");
        await line.ApproveAsync(thanks, "We'll pass it on to everybody backstage.");
        await PostAsync(line);
        Assert.Equal(0, await OpenAsync(line));
    }

    [Fact]
    public async Task An_approved_promise_that_was_taken_back_binds_nobody()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        await line.ApproveAsync(asked, Promise);
        await line.Approvals.UndoAsync(asked.Mention.Id, "Ana", CancellationToken.None);
        await PostAsync(line);
        Assert.Equal(0, await OpenAsync(line));
    }

    [Fact]
    public async Task Small_talk_keeps_no_promise()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await PromisedAsync(line);
        var again = line.Writes("@HarbourTheatre my grandad will love to hear it, he used to make them", thread: asked.Mention.Post.ThreadId);
        await line.ListenAsync();
        await line.ApproveAsync(await line.OpenByPostAsync(again.Id), "Say hello to him from us.");
        await PostAsync(line);
        Assert.Equal(1, await OpenAsync(line));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Telling_them_from_a_phone_keeps_it(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await PromisedAsync(line);
        line.Clock.Advance(TimeSpan.FromHours(3));
        line.Network.Publish(asked.Mention.Post.Id, "Forty of them.");
        await line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);
        Assert.Equal(0, await OpenAsync(line));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM promise WHERE closed_by = 'by hand'"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_promise_made_from_a_phone_is_owed_too_and_kept_by_the_next_post(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync(Question);
        line.Network.Publish(asked.Mention.Post.Id, Promise);
        await LookAsync(line);
        await LookAsync(line); // the same minutes are read twice
        var owed = Assert.Single(await line.Get<OwedAnswers>().ListAsync(9, CancellationToken.None));
        Assert.Equal((Promise, asked.Mention.Id), (owed.Said, owed.MentionId));
        Assert.Equal(Promise, (await line.OpenAsync(asked)).Owed!.Said);

        line.Clock.Advance(TimeSpan.FromHours(1));
        line.Network.Publish(asked.Mention.Post.Id, "Forty of them.");
        await LookAsync(line);
        await LookAsync(line);
        Assert.Equal(0, await OpenAsync(line));
        Assert.Equal(["promised", "promise-kept"], await TalesAsync(line, asked));
    }

    [Fact]
    public async Task A_phone_promises_another_question_of_the_talk_beside_the_first()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await PromisedAsync(line);
        var other = line.Writes("@HarbourTheatre and who taught Tobias the accordion?", thread: asked.Mention.Post.ThreadId);
        await line.ListenAsync();
        line.Clock.Advance(TimeSpan.FromMinutes(5));
        line.Network.Publish(other.Id, "We'll ask him and tell you here.");
        await LookAsync(line);
        Assert.Equal(2, await OpenAsync(line));
    }

    [Fact]
    public async Task What_was_promised_and_told_between_two_looks_is_kept()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        line.Network.Publish(asked.Mention.Post.Id, Promise);
        line.Clock.Advance(TimeSpan.FromSeconds(40));
        line.Network.Publish(asked.Mention.Post.Id, "Forty of them.");
        await LookAsync(line);
        Assert.Equal(0, await OpenAsync(line));
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM promise WHERE state = 'kept'"));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_journal_tells_what_was_promised_that_it_was_late_and_that_it_was_kept(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await PromisedAsync(line);
        Assert.Equal(0, await line.Get<PromiseAlarm>().LookAsync(CancellationToken.None));
        line.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await line.Get<PromiseAlarm>().LookAsync(CancellationToken.None));
        Assert.Equal(0, await line.Get<PromiseAlarm>().LookAsync(CancellationToken.None));
        Assert.Equal((1, 1), await line.Get<OwedAnswers>().CountAsync(CancellationToken.None));

        var again = line.Writes("@HarbourTheatre any news about the candles?", thread: asked.Mention.Post.ThreadId);
        await line.ListenAsync();
        var queued = Assert.Single(await line.Get<ApprovalQueue>().ListAsync(new QueueView(), CancellationToken.None));
        Assert.True(queued.OwedUntil < line.Clock.GetUtcNow());
        await line.ApproveAsync(await line.OpenByPostAsync(again.Id), "Forty candles, and one that nobody admits to.");
        await PostAsync(line);
        Assert.Equal(["promised", "promise-late", "promise-kept"], await TalesAsync(line, asked));
        Assert.Equal("sent", Faster.Decisive((await line.OpenAsync(asked)).Journal).What);
    }

    [Fact]
    public async Task Who_says_stop_is_owed_nothing_any_more()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await PromisedAsync(line);
        line.Writes("@HarbourTheatre stop replying to me", thread: asked.Mention.Post.ThreadId);
        await line.ListenAsync();
        Assert.Equal(0, await OpenAsync(line));
    }

    [Fact]
    public async Task The_next_draft_knows_what_is_owed()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await PromisedAsync(line);
        var talk = await line.Database.ReadAsync(
            async session => await Talks.WithAsync(session, asked.Mention.ConversationId, await TalkerAsync(session), RecentWords.None), CancellationToken.None);
        Assert.Equal(Question, talk.Owed);
        Assert.Equal([Promise], talk.SaidHere);
    }

    private static async Task<string> TalkerAsync(EngageBot.Storage.Session session) => (await session.FirstOrDefaultAsync<string>("SELECT id FROM talker"))!;

    private static async Task<OpenMention> PromisedAsync(TestLine line)
    {
        var asked = await line.WaitingAsync(Question);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(asked, Promise));
        await PostAsync(line);
        return asked;
    }

    private static async Task PostAsync(TestLine line)
    {
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
    }

    private static Task<Look> LookAsync(TestLine line) => line.Get<OwnTimeline>().LookAsync(line.Account, CancellationToken.None);

    private static async Task<IEnumerable<string>> TalesAsync(TestLine line, OpenMention mention) =>
        (await line.OpenAsync(mention)).Journal.Select(entry => entry.What).Where(what => what.StartsWith("promise", StringComparison.Ordinal));

    private static Task<long> OpenAsync(TestLine line) => line.CountAsync("SELECT COUNT(*) FROM promise WHERE state = 'open'");
}
