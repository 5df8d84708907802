using EngageBot.Approving;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Approving;

public sealed class SourceUsesTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Each_entry_tells_what_became_of_the_drafts_it_had_a_part_in(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        var asItWas = await line.WaitingAsync(author: "ann");
        await line.ApproveAsync(asItWas, asItWas.Draft.Wordings[0].Text);
        line.Clock.Advance(TimeSpan.FromMinutes(1));
        await line.PostAsync();
        line.Writes("@HarbourTheatre and thank you for writing", "ann", asItWas.Mention.Post.ThreadId);

        var edited = await line.WaitingAsync("@HarbourTheatre thanks a lot for the tour", "ben");
        await line.ApproveAsync(edited, edited.Draft.Wordings[0].Text + " Truly.");
        var letBe = await line.WaitingAsync("@HarbourTheatre so pleased with last night", "cleo");
        await line.Approvals.LetBeAsync(letBe.Mention.Id, "Needs no answer", "Ana", CancellationToken.None);
        var undone = await line.WaitingAsync("@HarbourTheatre thank you, my mum adored it", "dee");
        await line.ApproveAsync(undone, undone.Draft.Wordings[0].Text);
        await line.Approvals.UndoAsync(undone.Mention.Id, "Ana", CancellationToken.None);

        var uses = await line.Get<SourceUses>().AllAsync(CancellationToken.None);
        Assert.Equal((1, 0, 1), (uses[SourceOf(asItWas)].Unchanged, uses[SourceOf(asItWas)].Edited, uses[SourceOf(asItWas)].WroteBack));
        Assert.Equal((0, 1, 0), (uses[SourceOf(edited)].Unchanged, uses[SourceOf(edited)].Edited, uses[SourceOf(edited)].WroteBack));
        Assert.Equal((0, 1), (uses[SourceOf(letBe)].Used, uses[SourceOf(letBe)].LetBe));
        Assert.Equal((0, 1), (uses[SourceOf(undone)].Used, uses[SourceOf(undone)].Waiting));
        Assert.Equal("ben", Assert.Single(await line.Get<SourceUses>().LatestAsync(SourceOf(edited), 5, CancellationToken.None)).Name);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task An_empty_house_has_no_uses(Engine engine)
    {
        await using var line = await TestLine.StartAsync(engine);
        Assert.Empty(await line.Get<SourceUses>().AllAsync(CancellationToken.None));
    }

    private static string SourceOf(OpenMention mention) => mention.Draft.Wordings[0].Sources[^1];
}
