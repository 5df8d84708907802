using EngageBot.Drafting;
using EngageBot.Library;
using EngageBot.Model;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Drafting;

public sealed class RedraftingTests : IDisposable
{
    private const string Asked = "@HarbourTheatre may I bring my kayak into the foyer?";

    private readonly string prompts = Directory.CreateTempSubdirectory("prompts").FullName;

    public RedraftingTests()
    {
        foreach (var (name, question) in (ReadOnlySpan<(string, string)>)
            [("doors", "When do the doors open?"), ("dogs", "Are dogs allowed?"), ("parking", "Where can I park my car?"), ("refund", "Do you give refunds?"), ("lift", "Is there a lift?")])
            Put($"answers/{name}.md", $"---\nquestion: {question}\n---\nAsk at the box office.");
        Put("replies/question/answered.liquid", "---\nfor: answered\n---\n{{ answer }}");
        Put("replies/question/find-out.liquid", "---\nfor: unanswered\n---\nWe'll ask and tell you.");
    }

    public void Dispose() => Directory.Delete(prompts, recursive: true);

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task A_new_answer_reaches_every_waiting_mention_that_asks_for_it_and_no_other(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine, prompts: prompts);
        var asks = await line.WaitingAsync(Asked, "ann");
        var asksElse = await line.WaitingAsync("@HarbourTheatre is there a piano in the bar?", "ben");
        Assert.Equal("We'll ask and tell you.", asks.Draft.Wordings[0].Text);

        Assert.Equal(1, await AnswerAsync(line));
        Assert.Equal("Kayaks sleep in the shed.", (await line.OpenAsync(asks)).Draft.Wordings[0].Text);
        Assert.Equal("redrafted", (await line.OpenAsync(asks)).Journal[^1].What);
        Assert.Equal(asksElse.Draft.Wordings, (await line.OpenAsync(asksElse)).Draft.Wordings, (one, other) => one.Text == other.Text);
        Assert.True((await line.ReceiptAsync()).Balanced);
    }

    [Fact]
    public async Task Words_that_a_person_typed_and_letters_that_are_decided_stay_as_they_are()
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite, prompts: prompts);
        var typed = await line.WaitingAsync(Asked, "ann");
        await line.Approvals.SaveDraftAsync(typed.Mention.Id, "I'll ask Mo.", "Ben", CancellationToken.None);
        var decided = await line.WaitingAsync("@HarbourTheatre can I bring my kayak in the foyer please?", "cleo");
        await line.ApproveAsync(decided);

        Assert.Equal(0, await AnswerAsync(line));
        Assert.Equal("I'll ask Mo.", (await line.OpenAsync(typed)).Typed?.Text);
        Assert.Equal(MentionState.Answering, await line.StateAsync(decided));
    }

    private async Task<int> AnswerAsync(TestLine line)
    {
        Put("answers/kayak.md", "---\nquestion: May I bring my kayak into the foyer?\nalso: [Can I bring a kayak?]\n---\nKayaks sleep in the shed.");
        line.Get<PromptLibrary>().Refresh();
        var redrafting = line.Get<Redrafting>();
        return await redrafting.RedraftAsync(await redrafting.ConcernedAsync("answers/kayak", CancellationToken.None), "Ana", "answers/kayak was written", CancellationToken.None);
    }

    private void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(prompts, file))!);
        File.WriteAllText(Path.Combine(prompts, file), text);
    }
}
