using EngageBot.Approving;
using EngageBot.Approving.Makers;
using EngageBot.Conversing;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving.Makers;

public sealed class MakersTests
{
    private const string Question = "@HarbourTheatre what is the wifi password of the ghost in the foyer?";
    private const string Words = "There is no password, only a knock. She knocks twice and the router sulks.";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_a_maker_writes_comes_back_as_a_draft_under_their_name_and_is_posted_only_by_an_approver(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync(Question);
        var key = await AskAsync(line, [asked.Mention.Id]);

        var visit = await OpenAsync(line, key);
        Assert.Equal("What is the wifi password of the ghost in the foyer?", Assert.Single(visit!.Question.Asked).Plain);
        Assert.IsType<MakerAnswer.Taken>(await AnswerAsync(line, key));

        var drafted = await line.OpenAsync(asked);
        Assert.Equal(Words + " — Mara, wardrobe", drafted.Draft.Wordings[0].Text);
        Assert.Equal(MentionState.Waiting, drafted.Mention.State);
        Assert.Empty(line.Network.OwnPosts);
        Assert.Equal(["asked-maker", "maker-answered"], drafted.Journal.Select(entry => entry.What).Where(what => what.Contains("maker", StringComparison.Ordinal)));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(drafted, drafted.Draft.Wordings[0]));
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        Assert.Equal(Words + " — Mara, wardrobe", Assert.Single(line.Network.OwnPosts).Text);
    }

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
    public async Task One_answer_serves_all_who_asked_and_no_two_get_the_same_letters()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var first = await line.WaitingAsync(Question);
        var post = line.Writes("@HarbourTheatre what's the ghost's wifi password?", "tom", name: "Tom Baker");
        await line.ListenAsync();
        var second = await line.OpenByPostAsync(post.Id);
        await AnswerAsync(line, await AskAsync(line, [first.Mention.Id, second.Mention.Id]));
        var (one, other) = (await line.OpenAsync(first), await line.OpenAsync(second));
        Assert.StartsWith("There is no password", one.Draft.Wordings[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Tom: There is no password", other.Draft.Wordings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_promised_is_told_by_the_mention_that_comes_after_the_answer_and_that_keeps_the_promise()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        await line.ApproveAsync(asked, "We'll ask wardrobe and tell you here.");
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        var key = await AskAsync(line, [asked.Mention.Id]);
        Assert.True((await OpenAsync(line, key))!.Owed);
        await AnswerAsync(line, key);
        Assert.Contains(Words, (await WordsOwedAsync(line))!.Text, StringComparison.Ordinal);

        var later = line.Writes("@HarbourTheatre ok thanks!", thread: asked.Mention.Post.ThreadId);
        await line.ListenAsync();
        var slot = await line.OpenByPostAsync(later.Id);
        Assert.Null(slot.Draft.LetBe);
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(slot, slot.Draft.Wordings[0]));
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM promise WHERE state = 'kept'"));
    }

    [Fact]
    public async Task A_snoozed_mention_comes_back_with_the_answer_and_typed_words_stay()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        await line.Approvals.SaveDraftAsync(asked.Mention.Id, "Hm, a ghost", "Ben", CancellationToken.None);
        await line.Approvals.SnoozeAsync(asked.Mention.Id, line.Clock.GetUtcNow().AddDays(1), "Ana", CancellationToken.None);
        await AnswerAsync(line, await AskAsync(line, [asked.Mention.Id]));
        var back = await line.OpenAsync(asked);
        Assert.Equal(MentionState.Waiting, back.Mention.State);
        Assert.Equal("Hm, a ghost", back.Typed!.Text);
        Assert.Equal(Words, Assert.Single(back.Makers).Words);
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

    [Fact]
    public async Task Words_become_a_snippet_with_consent_and_never_without()
    {
        var prompts = Directory.CreateTempSubdirectory("engagebot-makers-");
        try
        {
            await using var line = await TestLine.StartAsync(Engine.Sqlite, prompts: prompts.FullName);
            var asked = await line.WaitingAsync(Question);
            await AnswerAsync(line, await AskAsync(line, [asked.Mention.Id]), consent: false);
            await AnswerAsync(line, await AskAsync(line, [asked.Mention.Id]), "Twice, then she sulks.", consent: true);
            var board = await line.Get<MakerBoard>().ListAsync(9, CancellationToken.None);
            var (without, with) = (board.Single(question => !question.Consent), board.Single(question => question.Consent));

            Assert.Contains("did not agree", Assert.IsType<SnippetOutcome.NotKept>(await line.Get<MakerSnippets>().KeepAsync(without.Id, "Ana", CancellationToken.None)).Why, StringComparison.Ordinal);
            Assert.Empty(line.Get<PromptLibrary>().Current.Snapshot.Snippets);
            var kept = Assert.IsType<SnippetOutcome.Kept>(await line.Get<MakerSnippets>().KeepAsync(with.Id, "Ana", CancellationToken.None));
            var snippet = Assert.Single(line.Get<PromptLibrary>().Current.Snapshot.Snippets);
            Assert.Equal(("Mara", "Twice, then she sulks."), (snippet.Teller, snippet.Text));
            Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM library_edit WHERE editor = 'Ana' AND what = 'added'"));
            Assert.Equal(kept, await line.Get<MakerSnippets>().KeepAsync(with.Id, "Ben", CancellationToken.None));
        }
        finally
        {
            prompts.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Long_words_are_fitted_by_whole_sentences_and_signed_all_the_same()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        var asked = await line.WaitingAsync(Question);
        var sentence = "She knocks twice on the box in the foyer, and then nothing works for an hour or so.";
        await AnswerAsync(line, await AskAsync(line, [asked.Mention.Id]), string.Join(' ', Enumerable.Repeat(sentence, 8)));
        Assert.Equal($"{sentence} {sentence} {sentence} — Mara, wardrobe", (await line.OpenAsync(asked)).Draft.Wordings[0].Text);
    }

    private static async Task<Wording?> WordsOwedAsync(TestLine line) =>
        await line.Get<OwedAnswers>().WordsAsync(Assert.Single(await line.Get<OwedAnswers>().ListAsync(9, CancellationToken.None)), CancellationToken.None);

    private static async Task<string> AskAsync(TestLine line, IReadOnlyList<string> mentions) =>
        Key(Assert.IsType<AskOutcome.Asked>(await line.Get<MakerDesk>().AskAsync(new MakerRequest(mentions, "Mara", "wardrobe", "It is an old box."), "Ana", CancellationToken.None)));

    private static string Key(AskOutcome.Asked asked) => asked.Path["/maker?key=".Length..];

    private static Task<MakerVisit?> OpenAsync(TestLine line, string key) => line.Get<MakerDoor>().OpenAsync(key, CancellationToken.None);

    private static Task<MakerAnswer> AnswerAsync(TestLine line, string key, string words = Words, bool consent = false) =>
        line.Get<MakerDoor>().AnswerAsync(key, words, "Mara", consent, CancellationToken.None);

    private static void AssertGone(MakerVisit? visit)
    {
        Assert.Equal(MakerState.Gone, visit!.Question.State);
        Assert.Empty(visit.Question.Asked);
        Assert.Equal("", visit.Question.Note);
    }
}
