using EngageBot.Desk.Translation;
using EngageBot.Tests.Line;
using EngageBot.Tests.Storage;
using Xunit;
using static EngageBot.Tests.Properties.Happening;

namespace EngageBot.Tests.Properties;

/// <summary>What random stories and texts once broke, each as short as it was then told.</summary>
public sealed class FoundTests
{
    [Fact]
    public Task What_was_let_be_does_not_come_back_once_its_author_said_stop() =>
        KeptAsync(new Step(LetBe, 0, 1, 6, 0), new Step(TheyStop, 1, 0, 4, 0), new Step(Reopen, 1, 1, 3, 0));

    [Theory]
    [InlineData("msgstr \"allein\"\n")]
    [InlineData("msgid \"\"\n")]
    [InlineData("msgid \"Let be\"\n\nmsgid \"Answer\"\nmsgstr \"Antworten\"\n")]
    public void A_phrasebook_whose_entry_is_not_whole_is_refused_with_its_line(string text) =>
        Assert.Contains("de.po that ends at line", Assert.Throws<FormatException>(() => PhrasebookFile.Read("de", text)).Message, StringComparison.Ordinal);

    private static async Task KeptAsync(params Step[] steps)
    {
        await using var line = await TestLine.StartAsync(Engine.Sqlite);
        await Story.PlayAsync(line, steps);
    }
}
