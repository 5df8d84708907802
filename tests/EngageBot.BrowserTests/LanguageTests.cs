using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Everybody reads the desk in their own language.</summary>
public sealed class LanguageTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task The_desk_speaks_what_the_browser_asks_for_and_goes_on_so_when_news_comes_in()
    {
        await using var desk = await fixture.AnaAsync(locale: "de-DE");
        await desk.GoAsync();
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await fixture.House.WritesAsync("sprecher", "@HarbourTheatre thank you, what an evening");
        await Expect(desk.Page.Locator(".bar-count")).ToContainTextAsync("warten");
        await Expect(desk.Row("sprecher").First).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".bar-count")).Not.ToContainTextAsync("waiting");
    }

    [Fact]
    public async Task The_chosen_language_comes_along_to_another_browser()
    {
        await using var carla = await fixture.JoinAsync("Carla", "approver");
        await carla.ChooseLanguageAsync("Deutsch");
        await Expect(carla.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");

        await using var elsewhere = await fixture.StrangerAsync();
        await elsewhere.SignInAsync("Carla");
        await Expect(elsewhere.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await elsewhere.ChooseLanguageAsync("English");
        await Expect(elsewhere.Page.Locator(".skip")).ToHaveTextAsync("To the letter");
    }

    [Fact]
    public async Task The_door_speaks_what_the_browser_asks_for()
    {
        await using var stranger = await fixture.StrangerAsync(locale: "de-AT");
        await stranger.Page.GotoAsync("/sign-in");
        await Expect(stranger.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Expect(stranger.Page.Locator("main")).ToContainTextAsync("Anmelden");
    }
}
