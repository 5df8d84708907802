using EngageBot.Approving;
using EngageBot.Approving.Makers;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;
using static EngageBot.Tests.Approving.Makers.AskedMaker;

namespace EngageBot.Tests.Approving.Makers;

/// <summary>What becomes of a maker's words.</summary>
public sealed class MakersTests
{
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
        Assert.Equal(AskedMaker.Words + " — Mara, wardrobe", drafted.Draft.Wordings[0].Text);
        Assert.Equal(MentionState.Waiting, drafted.Mention.State);
        Assert.Empty(line.Network.OwnPosts);
        Assert.Equal(["asked-maker", "maker-answered"], drafted.Journal.Select(entry => entry.What).Where(what => what.Contains("maker", StringComparison.Ordinal)));
        Assert.IsType<Decision.Taken>(await line.ApproveAsync(drafted, drafted.Draft.Wordings[0]));
        line.Clock.Advance(TimeSpan.FromSeconds(31));
        await line.PostAsync();
        Assert.Equal(AskedMaker.Words + " — Mara, wardrobe", Assert.Single(line.Network.OwnPosts).Text);
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
        Assert.Contains(AskedMaker.Words, (await WordsOwedAsync(line))!.Text, StringComparison.Ordinal);

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
        Assert.Equal(AskedMaker.Words, Assert.Single(back.Makers).Words);
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
}
