using EngageBot.Library.Editing;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Library.Editing;

public sealed class HistoryTests
{
    private const string AtEight = "---\nquestion: When do the doors open?\n---\nAt eight.\n";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Every_version_is_kept_with_who_wrote_it_and_when(Engine engine)
    {
        await using var room = await EditedLibrary.CreateAsync(engine);
        await room.SaveAsync(AtEight);
        room.Clock.Advance(TimeSpan.FromMinutes(5));
        await room.SaveAsync(EditedLibrary.AtSeven, editor: "Ben");
        var history = await room.History.OfAsync(EditedLibrary.Doors, CancellationToken.None);
        Assert.Equal(["Ben", "Ana"], history.Select(edit => edit.Editor));
        Assert.Equal(room.Clock.GetUtcNow(), history[0].At);
        Assert.Equal((EditedLibrary.AtSeven, AtEight), (history[1].Before, history[1].After));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task What_was_removed_is_known_and_can_be_had_back(Engine engine)
    {
        await using var room = await EditedLibrary.CreateAsync(engine);
        await room.Edits.RemoveAsync(EditedLibrary.Doors, room.Mark(), "Ana", CancellationToken.None);
        Assert.Empty(room.Library.Current.Snapshot.Answers);
        var removed = Assert.Single(await room.History.RemovedAsync(CancellationToken.None));

        Assert.IsType<EditOutcome.Saved>(await room.Edits.SaveAsync(removed.File, removed.Before!, null, "Ben", CancellationToken.None, restored: true));
        Assert.Equal("At seven.", Assert.Single(room.Library.Current.Snapshot.Answers).Text);
        Assert.Empty(await room.History.RemovedAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_text_that_was_changed_outside_of_the_desk_is_kept_when_the_desk_changes_it()
    {
        await using var room = await EditedLibrary.CreateAsync();
        await room.SaveAsync(AtEight);
        room.Put(EditedLibrary.Doors, AtEight.Replace("eight", "nine", StringComparison.Ordinal));
        await room.SaveAsync(EditedLibrary.AtSeven);
        Assert.Contains("At nine.", (await room.History.OfAsync(EditedLibrary.Doors, CancellationToken.None))[0].Before, StringComparison.Ordinal);
    }
}
