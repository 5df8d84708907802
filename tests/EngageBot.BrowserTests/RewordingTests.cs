using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>A language model's words at the desk: labelled, one key apart, and only what a person approves is posted.</summary>
public sealed class RewordingTests(RewordingFixture fixture) : IClassFixture<RewordingFixture>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task A_rewording_says_what_it_is_and_waits_beside_the_others(ColorScheme scheme, int width)
    {
        await using var desk = await fixture.AnaAsync(scheme, width);
        await fixture.House.WritesAsync("reworded", "@HarbourTheatre thank you, what a wonderful evening");
        await desk.GoAsync();
        var offer = desk.Page.Locator(".offer");
        await Expect(offer).ToContainTextAsync("reworded by a language model");
        await Expect(desk.Draft).Not.ToHaveTextAsync(RewordingFixture.Words);
        await offer.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Draft).ToHaveTextAsync(RewordingFixture.Words);
        Assert.Empty((await desk.Page.RunAxe()).Violations);
    }
}
