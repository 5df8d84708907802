using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>What a person says a mention wants, and what the reader makes of it.</summary>
public sealed class CorrectingTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task The_key_c_and_a_digit_say_what_a_mention_wants_and_z_takes_it_back()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("misread", "@HarbourTheatre thank you for last night, the encore was wonderful!");
        var thanks = await desk.Draft.InnerTextAsync();
        await desk.PressAsync("c");
        await Expect(Panel(desk)).ToBeVisibleAsync();
        await desk.PressAsync("Escape");
        await Expect(Panel(desk)).ToHaveCountAsync(0);
        await desk.PressAsync("c");
        await desk.PressAsync("3");
        await Expect(Why(desk)).ToContainTextAsync("wants: care");
        await Expect(Why(desk)).ToContainTextAsync("is what Ana says");
        await Expect(desk.Draft).Not.ToHaveTextAsync(thanks);
        await Expect(desk.Row("misread")).ToContainTextAsync("care");
        await Expect(desk.Deeds).ToContainTextAsync("@misread wants: care");

        await desk.PressAsync("z");
        await Expect(Why(desk)).ToContainTextAsync("wants: thanks");
        await Expect(desk.Draft).ToHaveTextAsync(thanks);
    }

    [Fact]
    public async Task A_click_corrects_too_and_the_card_of_the_reader_tells_of_it()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("clicked", "@HarbourTheatre thank you for the tour of the cellars");
        await desk.Letter.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Correct" }).ClickAsync();
        await Panel(desk).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "chat" }).ClickAsync();
        await Expect(Why(desk)).ToContainTextAsync("wants: chat");
        await desk.GoAsync("model");
        await Expect(desk.Page.Locator(".taught")).ToContainTextAsync("chat");
        await Expect(desk.Page.Locator(".versions")).ToContainTextAsync("reads now");
        Assert.Empty(desk.Complaints);
    }

    private static ILocator Panel(DeskPage desk) => desk.Page.Locator(".ask.wants");

    private static ILocator Why(DeskPage desk) => desk.Page.Locator(".why");
}
