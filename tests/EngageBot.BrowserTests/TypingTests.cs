using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>What happens to words and keys while somebody types.</summary>
public sealed class TypingTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Typed_words_survive_a_reload()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("patient", "@HarbourTheatre thank you for waiting with us");
        await desk.RewriteAsync("Half a sentence that");
        await Expect(desk.Letter).ToContainTextAsync("kept");
        await desk.ReloadAsync();
        await Expect(desk.Draft).ToHaveTextAsync("Half a sentence that");
        await Expect(desk.Letter).ToContainTextAsync("your unfinished words");
    }

    [Fact]
    public async Task Words_are_kept_when_the_person_turns_to_another_letter_at_once()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await fixture.House.WritesAsync("other_one", "@HarbourTheatre thank you, other one");
        await desk.ReceiveAsync("hasty", "@HarbourTheatre thank you, hasty one");
        await desk.RewriteAsync("Not yet half a second old");
        await desk.Row("other_one").ClickAsync();
        await desk.OpenAsync("hasty");
        await Expect(desk.Draft).ToHaveTextAsync("Not yet half a second old");
    }

    [Fact]
    public async Task Keys_rest_while_somebody_types()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("typist", "@HarbourTheatre thank you, typist here");
        await desk.RewriteAsync("");
        await desk.Page.Keyboard.TypeAsync("alas, just ask zelda 123?");
        await Expect(desk.Editor).ToHaveValueAsync("alas, just ask zelda 123?");
        await Expect(desk.Deeds).ToBeEmptyAsync();
        await Expect(desk.Page.Locator(".ask")).ToHaveCountAsync(0);
        await Expect(desk.Letter).ToContainTextAsync("@typist");
    }

    [Theory]
    [InlineData("Control+a")]
    [InlineData("Alt+a")]
    [InlineData("Meta+a")]
    public async Task A_key_with_a_modifier_belongs_to_the_browser(string chord)
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("chord", $"@HarbourTheatre thank you for {chord}");
        await desk.PressAsync(chord);
        await desk.Page.WaitForTimeoutAsync(500);
        await Expect(desk.Deeds).ToBeEmptyAsync();
        await desk.PressAsync("l");
        await desk.PressAsync("1");
        await Expect(desk.Deeds).ToContainTextAsync("Let @chord be");
    }

    [Fact]
    public async Task The_counter_and_the_objection_follow_each_letter()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("longwinded", "@HarbourTheatre thank you so much");
        await desk.RewriteAsync(new string('a', 281));
        await Expect(desk.Letter).ToContainTextAsync("281/280");
        await Expect(desk.Letter).ToContainTextAsync("too long by 1");
        await desk.RewriteAsync("Dear ### name ###");
        await Expect(desk.Letter).ToContainTextAsync("still a gap to fill");
        await desk.PressAsync("Control+Enter");
        await Expect(desk.Notice).ToContainTextAsync("still a gap to fill");
        await Expect(desk.Deeds).ToBeEmptyAsync();
    }

    [Fact]
    public async Task New_mentions_show_up_at_once_and_never_move_what_lies_open()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("opened", "@HarbourTheatre thank you, I stay open");
        await desk.RewriteAsync("In the middle of a");
        await fixture.House.WritesAsync("newcomer", "@HarbourTheatre thank you, I am new");
        await Expect(desk.Row("newcomer")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 2_000 });
        await Expect(desk.Letter).ToContainTextAsync("@opened");
        await Expect(desk.Editor).ToBeFocusedAsync();
        await Expect(desk.Editor).ToHaveValueAsync("In the middle of a");
    }
}
