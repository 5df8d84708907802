using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>A line that stands still says so on top of every page. Each with a program of its own: nobody waits until a halted line looks again.</summary>
public sealed class StandstillTests
{
    [Theory]
    [InlineData("refuse", "The connection to X broke")]
    [InlineData("credits-new", "no credits left")]
    [InlineData("unauthorized", "did not accept the keys")]
    public async Task The_desk_says_why_nothing_comes_in_and_since_when(string fault, string why)
    {
        var fixture = new DeskFixture();
        await fixture.InitializeAsync();
        try
        {
            await using var desk = await fixture.AnaAsync();
            await desk.GoAsync();
            using var http = new HttpClient();
            using var set = await http.PostAsJsonAsync(new Uri($"{fixture.House.Sandbox}/faults"), new { kind = fault, times = -1 });
            Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync());
            var banner = desk.Page.Locator(".standstill");
            await Expect(banner).ToContainTextAsync(why, new LocatorAssertionsToContainTextOptions { Timeout = 30_000 });
            await Expect(banner).ToContainTextAsync("Since");
            await Expect(desk.Page.Locator(".pulse")).ToContainTextAsync("standing still");
            await desk.GoAsync("library");
            await Expect(banner).ToBeVisibleAsync();
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }
}
