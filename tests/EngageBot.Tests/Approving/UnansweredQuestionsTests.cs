using EngageBot.Approving;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class UnansweredQuestionsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_the_library_does_not_know_stands_on_a_list_until_somebody_found_out(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asked = await line.WaitingAsync("@HarbourTheatre what's the wifi password in the foyer?");
        await line.WaitingAsync("@HarbourTheatre how long does Herring Moon last?", "tom");
        await line.WaitingAsync("@HarbourTheatre thank you, what an evening", "rita");
        Assert.True(asked.Draft.Unanswered);
        var questions = line.Get<UnansweredQuestions>();
        Assert.Equal(asked.Mention.Id, Assert.Single(await questions.ListAsync(10, CancellationToken.None)).MentionId);

        Assert.True(await questions.SettleAsync(asked.Mention.Id, "Bea", CancellationToken.None));
        Assert.False(await questions.SettleAsync(asked.Mention.Id, "Bea", CancellationToken.None));
        Assert.Empty(await questions.ListAsync(10, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task One_answer_serves_everybody_who_still_waits_and_stays_in_the_library(Engine engine)
    {
        var prompts = Directory.CreateTempSubdirectory("engagebot-board-");
        try
        {
            Directory.CreateDirectory(Path.Combine(prompts.FullName, "replies", "question"));
            await File.WriteAllTextAsync(Path.Combine(prompts.FullName, "replies", "question", "tell.liquid"), "---\nfor: answered\n---\n[Here you are|There you go|So]: {{ answer }}\n");
            await File.WriteAllTextAsync(Path.Combine(prompts.FullName, "replies", "question", "later.liquid"), "---\nfor: unanswered\n---\n[We'll find out|We'll ask around] and tell you.\n");
            await using var line = await TestLine.StartAsync(engine, prompts: prompts.FullName);
            var first = await line.WaitingAsync("@HarbourTheatre what's the wifi password in the foyer?");
            var second = await line.WaitingAsync("@HarbourTheatre what is the wifi password in the foyer?", "tom");
            var gone = await line.WaitingAsync("@HarbourTheatre what is the foyer wifi password?", "rita");
            await line.Approvals.LetBeAsync(gone.Mention.Id, "told at the bar", "Ana", CancellationToken.None);

            var group = Assert.Single(line.Get<QuestionGroups>().Of(await line.Get<UnansweredQuestions>().ListAsync(10, CancellationToken.None)));
            Assert.Equal(2, group.Questions.Count);
            var told = Assert.IsType<FindingOutcome.Told>(await line.Get<FoundOut>().AnswerAsync(group, "It is herring1904.", "Ana", CancellationToken.None));

            Assert.Equal(2, told.Drafted);
            Assert.Contains("herring1904", await File.ReadAllTextAsync(Path.Combine(prompts.FullName, told.File)), StringComparison.Ordinal);
            Assert.Equal(1, await line.CountAsync("SELECT COUNT(*) FROM library_edit WHERE editor = 'Ana'"));
            foreach (var asked in new[] { first, second })
                Assert.Contains("herring1904", (await line.OpenAsync(asked)).Draft.Wordings[0].Text, StringComparison.Ordinal);
            Assert.Empty(await line.Get<UnansweredQuestions>().ListAsync(10, CancellationToken.None));
        }
        finally
        {
            prompts.Delete(recursive: true);
        }
    }
}
