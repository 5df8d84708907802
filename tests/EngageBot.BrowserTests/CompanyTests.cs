using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Two people at the same letter: they see each other, and neither loses a word to the other.</summary>
public sealed class CompanyTests(ColleaguesFixture fixture) : IClassFixture<ColleaguesFixture>
{
    private DeskPage Ben => fixture.Ben;

    [Fact]
    public async Task They_see_who_looks_and_who_writes_and_see_it_end()
    {
        await using var ana = await AtTheSameLetterAsync("watched");
        await Expect(ana.Letter).ToContainTextAsync("Ben is looking at this too.");
        await Expect(Ben.Letter).ToContainTextAsync("Ana is looking at this too.");
        await ana.PressAsync("e");
        await ana.Editor.WaitForAsync();
        await Expect(Ben.Letter).ToContainTextAsync("Ana is writing on this.");
        await Expect(Ben.Row("watched").Locator(".at-work")).ToContainTextAsync("Ana");
        await ana.PressAsync("Escape");
        await Expect(Ben.Letter).Not.ToContainTextAsync("Ana is writing on this.");
        await ana.Page.CloseAsync();
        // by her closed line, or at the latest when her lease runs out
        await Expect(Ben.Letter).Not.ToContainTextAsync("Ana is looking at this too.", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
    }

    [Fact]
    public async Task What_a_colleague_writes_on_is_not_approved_let_be_or_edited_beside_them()
    {
        await using var ana = await AtTheSameLetterAsync("busy");
        await ana.RewriteAsync("Ana is not done yet");
        await Expect(Ben.Letter).ToContainTextAsync("Ana is writing on this.");
        await Ben.PressAsync("a");
        await Expect(Ben.Notice).ToContainTextAsync("Ana is writing on this. Take it over first");
        await Ben.PressAsync("e");
        await Expect(Ben.Editor).ToHaveCountAsync(0);
        await Ben.PressAsync("l");
        await Ben.PressAsync("1");
        await Expect(Ben.Notice).ToContainTextAsync("Ana is writing on this.");
        await ana.PressAsync("Control+Enter");
        await Expect(ana.Deeds).ToContainTextAsync("@busy");
        await Expect(Ben.Letter).ToContainTextAsync("Ana answered this just now");
    }

    [Fact]
    public async Task Who_is_relieved_is_told_and_keeps_every_word()
    {
        await using var ana = await AtTheSameLetterAsync("relieved");
        await ana.RewriteAsync("Half of what Ana wants to");
        await Expect(ana.Letter).ToContainTextAsync("kept");
        await Expect(Ben.Letter).ToContainTextAsync("Ana is writing on this.");
        await Ben.PressAsync("t");
        await Expect(Ben.Editor).ToHaveValueAsync("Half of what Ana wants to");
        await Expect(ana.Letter).ToContainTextAsync("Ben took this over while you were writing.");
        await Expect(ana.Editor).ToHaveCountAsync(0);
        await Ben.Editor.FillAsync("Ben says it in his own way.");
        await Expect(Ben.Letter).ToContainTextAsync("kept");
        await Ben.PressAsync("Control+Enter");
        await Expect(Ben.Deeds).ToContainTextAsync("@relieved");
        await ana.ReloadAsync();
        await Expect(ana.Page.Locator(".set-aside")).ToContainTextAsync("Half of what Ana wants to");
    }

    [Fact]
    public async Task Words_that_were_set_aside_are_taken_back_with_one_press()
    {
        await using var ana = await AtTheSameLetterAsync("returned");
        await ana.RewriteAsync("Ana's better idea");
        await Expect(ana.Letter).ToContainTextAsync("kept");
        await Expect(Ben.Letter).ToContainTextAsync("Ana is writing on this.");
        await Ben.PressAsync("t");
        await Ben.Editor.FillAsync("Ben's attempt");
        await Expect(Ben.Letter).ToContainTextAsync("kept");
        await Ben.PressAsync("Escape");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Write on with them" }).ClickAsync();
        await Expect(ana.Editor).ToHaveValueAsync("Ana's better idea");
        await Expect(ana.Page.Locator(".set-aside")).ToHaveCountAsync(0);
        await Ben.ReloadAsync();
        await Expect(Ben.Page.Locator(".set-aside")).ToContainTextAsync("Ben's attempt");
    }

    private async Task<DeskPage> AtTheSameLetterAsync(string handle)
    {
        var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        await ana.ReceiveAsync(handle, $"@HarbourTheatre thank you, says {handle}");
        await Ben.GoAsync();
        await Ben.OpenAsync(handle);
        return ana;
    }
}
