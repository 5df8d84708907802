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
}
