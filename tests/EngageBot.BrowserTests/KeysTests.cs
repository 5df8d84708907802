using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>The keys are the person's own.</summary>
public sealed class KeysTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task A_key_can_be_another_and_a_taken_one_is_named()
    {
        await using var desk = await fixture.JoinAsync("Kim", "approver");
        await desk.GoAsync("keys");
        await desk.Page.GetByLabel("Let be, with a reason").FillAsync("s");
        await desk.PressAsync("Tab");
        await Expect(desk.Notice).ToContainTextAsync("“s” stands for “Snooze” already");
        await Expect(desk.Page.GetByLabel("Let be, with a reason")).ToHaveValueAsync("l");
        await desk.Page.GetByLabel("Let be, with a reason").FillAsync("b");
        await desk.PressAsync("Tab");
        await Expect(desk.Notice).ToContainTextAsync("“b” now stands for “Let be”");

        await desk.GoAsync();
        await desk.ReceiveAsync("rebound", "@HarbourTheatre thank you, rebound");
        await Expect(desk.Verb("Let be")).ToContainTextAsync("b");
        await desk.PressAsync("l");
        await Expect(desk.Page.Locator(".ask")).ToHaveCountAsync(0);
        await desk.PressAsync("b");
        await Expect(desk.Page.Locator(".ask")).ToBeVisibleAsync();

        await desk.GoAsync("keys");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "All keys as they came" }).ClickAsync();
        await Expect(desk.Page.GetByLabel("Let be, with a reason")).ToHaveValueAsync("l");
    }

    [Fact]
    public async Task Keys_that_are_switched_off_do_nothing_and_the_buttons_go_on()
    {
        await using var desk = await fixture.JoinAsync("Sam", "approver");
        await desk.GoAsync("keys");
        await desk.Page.GetByLabel("Switch single keys off").CheckAsync();
        await Expect(desk.Page.GetByLabel("Edit the words")).ToBeDisabledAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("keyless", "@HarbourTheatre thank you, keyless");
        await Expect(desk.Verb("Edit").Locator("kbd")).ToHaveCountAsync(0);
        await desk.PressAsync("e");
        await desk.Verb("Snooze").ClickAsync();
        await Expect(desk.Page.Locator(".ask")).ToBeVisibleAsync(); // what e would have done had time to happen
        await Expect(desk.Editor).ToHaveCountAsync(0);
        await desk.Verb("Edit").ClickAsync();
        await Expect(desk.Editor).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("e", "{ key: 'e', code: 'KeyE', modifierAltGraph: true }")] // AltGr where it types nothing of its own
    [InlineData("ę", "{ key: 'ę', code: 'KeyE', modifierAltGraph: true }")] // Polish
    [InlineData("@", "{ key: '@', code: 'KeyQ', ctrlKey: true, altKey: true }")] // German on Windows
    [InlineData("Alt e", "{ key: 'e', code: 'KeyE', altKey: true }")]
    [InlineData("Ctrl e", "{ key: 'e', code: 'KeyE', ctrlKey: true }")]
    [InlineData("held e", "{ key: 'e', code: 'KeyE', repeat: true }")]
    [InlineData("composing", "{ key: 'e', code: 'KeyE', isComposing: true }")]
    public async Task A_letter_of_somebodys_keyboard_is_no_verb(string what, string pressed)
    {
        Assert.NotEmpty(what);
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("layouts", "@HarbourTheatre thank you, layouts");
        await DispatchAsync(desk, pressed);
        await desk.PressAsync("l");
        await Expect(desk.Page.Locator(".ask")).ToBeVisibleAsync();
        await Expect(desk.Editor).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_keyboard_of_another_script_the_same_place_counts()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("cyrillic", "@HarbourTheatre thank you, cyrillic");
        await DispatchAsync(desk, "{ key: 'у', code: 'KeyE' }");
        await Expect(desk.Editor).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_palette_finds_verbs_pages_and_parts_of_the_queue_by_a_few_letters()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("palette", "@HarbourTheatre thank you, palette");
        await desk.PressAsync("e");
        await desk.Editor.WaitForAsync();
        await desk.PressAsync("Control+k");
        var box = desk.Page.Locator(".palette input");
        await Expect(box).ToBeFocusedAsync();
        await box.FillAsync("lb");
        var first = desk.Page.GetByRole(AriaRole.Option).First;
        await Expect(first).ToContainTextAsync("Let be");
        await Expect(first.Locator("kbd")).ToHaveTextAsync("l");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "palette-0");
        await desk.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Let be, because" })).ToBeVisibleAsync();

        await desk.PressAsync("Control+k");
        await box.FillAsync("snoo");
        await desk.PressAsync("ArrowDown");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "palette-1");
        await desk.PressAsync("Enter");
        await Expect(desk.Page.Locator(".lane[aria-current=true]")).ToContainTextAsync("Snoozed");

        await desk.Page.Locator(".palette-open").ClickAsync();
        await box.FillAsync("librar");
        await desk.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Library" })).ToBeVisibleAsync();
        await desk.PressAsync("Control+k");
        await box.FillAsync("qqqq");
        await Expect(desk.Page.Locator(".palette [role=status]")).ToContainTextAsync("Nothing fits");
        await desk.PressAsync("Escape");
        await Expect(desk.Page.Locator(".palette")).Not.ToBeVisibleAsync();
    }

    private static Task DispatchAsync(DeskPage desk, string pressed) =>
        desk.Page.EvaluateAsync($"() => document.body.dispatchEvent(new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, ...{pressed} }}))");
}
