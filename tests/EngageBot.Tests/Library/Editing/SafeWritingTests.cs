using EngageBot.Library.Editing;
using EngageBot.Tests.Storage;
using Xunit;

namespace EngageBot.Tests.Library.Editing;

public sealed class SafeWritingTests
{
    private const string AtEight = "---\nquestion: When do the doors open?\n---\nAt eight.\n";

    [Fact]
    public async Task A_saved_text_is_in_the_file_and_in_use_at_once()
    {
        await using var room = await EditedLibrary.CreateAsync();
        Assert.IsType<EditOutcome.Saved>(await room.SaveAsync(AtEight));
        Assert.Equal(AtEight, await File.ReadAllTextAsync(room.At(EditedLibrary.Doors)));
        Assert.Equal("At eight.", Assert.Single(room.Library.Current.Snapshot.Answers).Text);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_second_of_two_editors_learns_who_was_faster_and_nothing_of_the_first_is_lost(Engine engine)
    {
        await using var room = await EditedLibrary.CreateAsync(engine);
        var seen = room.Mark();
        await room.Edits.SaveAsync(EditedLibrary.Doors, AtEight, seen, "Ana", CancellationToken.None);
        var late = Assert.IsType<EditOutcome.Collided>(
            await room.Edits.SaveAsync(EditedLibrary.Doors, AtEight.Replace("eight", "nine", StringComparison.Ordinal), seen, "Ben", CancellationToken.None));
        Assert.Equal("Ana", late.By);
        Assert.Equal(AtEight, late.Now?.Text);
        Assert.Equal(AtEight, room.Files.Read(EditedLibrary.Doors)?.Text);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Of_many_who_saw_the_same_text_on_several_replicas_exactly_one_writes(Engine engine)
    {
        await using var room = await EditedLibrary.CreateAsync(engine);
        var seen = room.Mark();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => room.Replica().SaveAsync(EditedLibrary.Doors, AtEight + $"Door {number}.\n", seen, $"Editor {number}", CancellationToken.None))));
        var winner = Array.FindIndex(outcomes, outcome => outcome is EditOutcome.Saved);
        Assert.Single(outcomes.OfType<EditOutcome.Saved>());
        Assert.Equal(7, outcomes.OfType<EditOutcome.Collided>().Count());
        Assert.Contains($"Door {winner}.", room.Files.Read(EditedLibrary.Doors)!.Text, StringComparison.Ordinal);
        Assert.Single(await room.History.OfAsync(EditedLibrary.Doors, CancellationToken.None));
    }

    [Fact]
    public async Task A_change_made_outside_of_the_desk_is_not_overwritten_either()
    {
        await using var room = await EditedLibrary.CreateAsync();
        var seen = room.Mark();
        room.Put(EditedLibrary.Doors, AtEight);
        Assert.Null(Assert.IsType<EditOutcome.Collided>(await room.Edits.SaveAsync(EditedLibrary.Doors, EditedLibrary.AtSeven, seen, "Ana", CancellationToken.None)).By);
    }

    [Theory]
    [InlineData("answers/doors.md", "When do the doors open?", 1)]
    [InlineData("answers/doors.md", "---\nquestion: Doors?\nvalid_until: tomorrow\n---\nAt seven.", 3)]
    [InlineData("replies/thanks/warm.liquid", "---\n---\nThank you, {{ secrets }}.", 3)]
    public async Task A_text_that_the_library_cannot_use_is_refused_with_its_line(string file, string text, int line)
    {
        await using var room = await EditedLibrary.CreateAsync();
        Assert.Equal(line, Assert.IsType<EditOutcome.Broken>(await room.SaveAsync(text, file)).Line);
        Assert.Equal(EditedLibrary.AtSeven, room.Files.Read(EditedLibrary.Doors)?.Text);
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("answers/../../outside.md")]
    [InlineData("answers//doors.md")]
    [InlineData("/etc/outside.md")]
    [InlineData("answers/.hidden.md")]
    [InlineData("answers\\..\\outside.md")]
    [InlineData("answers/nul.md")]
    [InlineData("answers/doors.exe")]
    [InlineData("secrets/doors.md")]
    [InlineData("answers/line\nbreak.md")]
    public async Task A_name_that_leads_anywhere_else_is_refused(string file)
    {
        await using var room = await EditedLibrary.CreateAsync();
        Assert.IsType<EditOutcome.Unwritable>(await room.Edits.SaveAsync(file, AtEight, null, "Ana", CancellationToken.None));
        Assert.Throws<RefusedFileException>(() => room.Files.Read(file));
        Assert.Equal([EditedLibrary.Doors], room.Files.Names());
    }

    [Fact]
    public async Task A_link_is_neither_read_nor_written_through()
    {
        await using var room = await EditedLibrary.CreateAsync();
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere").FullName;
        File.CreateSymbolicLink(room.At("answers/passwords.md"), Path.Combine(elsewhere, "passwords"));
        Directory.CreateSymbolicLink(room.At("backstage"), elsewhere);
        Assert.Throws<RefusedFileException>(() => room.Files.Read("answers/passwords.md"));
        Assert.IsType<EditOutcome.Unwritable>(await room.Edits.SaveAsync("answers/passwords.md", AtEight, null, "Ana", CancellationToken.None));
        Assert.IsType<EditOutcome.Unwritable>(await room.Edits.SaveAsync("backstage/rain.md", "---\nteller: Mo\ntopics: [rain]\n---\nA pipe.", null, "Ana", CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(elsewhere));
        Directory.Delete(elsewhere);
    }

    [Fact]
    public async Task What_a_crash_left_between_writing_and_renaming_is_no_entry_and_goes_later()
    {
        await using var room = await EditedLibrary.CreateAsync();
        room.Put("answers/.doors.md.crashed.tmp", "---\nquestion: Half a");
        room.Library.Refresh();
        Assert.Empty(room.Library.Current.Problems);
        File.SetLastWriteTimeUtc(room.At("answers/.doors.md.crashed.tmp"), room.Clock.GetUtcNow().UtcDateTime.AddHours(-2));
        await room.SaveAsync(AtEight);
        Assert.Equal([EditedLibrary.Doors], room.Files.Names());
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_told_in_one_sentence_and_history_tells_of_nothing()
    {
        await using var room = await EditedLibrary.CreateAsync();
        room.Put("backstage", "a file where the folder should be");
        var outcome = Assert.IsType<EditOutcome.Unwritable>(
            await room.Edits.SaveAsync("backstage/rain.md", "---\nteller: Mo\ntopics: [rain]\n---\nA pipe.", null, "Ana", CancellationToken.None));
        Assert.Contains("Nothing is lost", outcome.Why, StringComparison.Ordinal);
        Assert.Empty(await room.History.OfAsync("backstage/rain.md", CancellationToken.None));
    }

    [Theory]
    [InlineData("Wie groß ist der Saal?", "answers/wie-gross-ist-der-saal.md")]
    [InlineData("../../etc/passwd", "answers/etc-passwd.md")]
    [InlineData("Can I bring my café crème, s'il vous plaît?", "answers/can-i-bring-my-cafe-creme-sil-vous-plait.md")]
    [InlineData("何時ですか", "answers/entry.md")]
    [InlineData("CON", "answers/con-entry.md")]
    [InlineData("Doors", "answers/doors-2.md")]
    public void A_title_becomes_a_plain_name_that_nobody_has(string title, string name) =>
        Assert.Equal(name, LibraryNames.Free("answers", title, [EditedLibrary.Doors]));
}
