using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Everybody can use the desk: with a screen reader, in the dark, on a phone.</summary>
public sealed class LookTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Theory]
    [InlineData("", ColorScheme.Light, 1440)]
    [InlineData("", ColorScheme.Dark, 1440)]
    [InlineData("", ColorScheme.Light, 390)]
    [InlineData("", ColorScheme.Dark, 390)]
    [InlineData("?lane=answered", ColorScheme.Light, 1440)]
    [InlineData("people", ColorScheme.Light, 1440)]
    [InlineData("people", ColorScheme.Dark, 1440)]
    [InlineData("rules", ColorScheme.Light, 1440)]
    [InlineData("rules", ColorScheme.Dark, 390)]
    [InlineData("tokens", ColorScheme.Light, 1440)]
    [InlineData("tokens", ColorScheme.Dark, 1440)]
    [InlineData("receipt", ColorScheme.Light, 1440)]
    [InlineData("receipt", ColorScheme.Dark, 390)]
    [InlineData("reports", ColorScheme.Light, 1440)]
    [InlineData("reports?days=90", ColorScheme.Dark, 390)]
    [InlineData("reports/dialogue", ColorScheme.Light, 1440)]
    [InlineData("reports/dialogue", ColorScheme.Dark, 390)]
    [InlineData("house", ColorScheme.Light, 1440)]
    [InlineData("house", ColorScheme.Dark, 390)]
    [InlineData("health", ColorScheme.Light, 1440)]
    [InlineData("health", ColorScheme.Dark, 390)]
    [InlineData("accounts", ColorScheme.Light, 390)]
    [InlineData("accounts", ColorScheme.Dark, 1440)]
    [InlineData("hours", ColorScheme.Light, 1440)]
    [InlineData("hours", ColorScheme.Dark, 390)]
    [InlineData("model", ColorScheme.Light, 1440)]
    [InlineData("model", ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing(string path, ColorScheme scheme, int width)
    {
        await fixture.House.WritesAsync("axe", "@HarbourTheatre my mother queued for an hour, this was awful");
        await using var desk = await fixture.AnaAsync(scheme, width);
        await desk.GoAsync(path);
        Assert.Empty(await FindingsAsync(desk));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_while_somebody_decides(ColorScheme scheme)
    {
        await using var desk = await fixture.AnaAsync(scheme);
        await desk.GoAsync();
        await desk.ReceiveAsync("axed", "@HarbourTheatre thank you, a fine evening");
        await desk.PressAsync("l");
        Assert.Empty(await FindingsAsync(desk));
        await desk.PressAsync("s");
        Assert.Empty(await FindingsAsync(desk));
        await desk.PressAsync("c");
        Assert.Empty(await FindingsAsync(desk));
        await desk.PressAsync("g");
        Assert.Empty(await FindingsAsync(desk));
        await desk.PressAsync("n");
        await desk.Page.Locator("#note").FillAsync("@Ana what an evening");
        Assert.Empty(await FindingsAsync(desk));
        await desk.Page.Locator(".note-panel .verb").ClickAsync();
        await Expect(desk.Page.Locator(".notes")).ToContainTextAsync("what an evening");
        await desk.RewriteAsync(new string('x', 300));
        Assert.Empty(await FindingsAsync(desk));
        await desk.Editor.FillAsync($"Short enough, {scheme}.");
        await desk.PressAsync("Control+Enter");
        await Expect(desk.Deeds).ToContainTextAsync("@axed");
        Assert.Empty(await FindingsAsync(desk));
        await desk.PressAsync("?");
        await Expect(desk.Page.Locator(".keys")).ToBeVisibleAsync();
        await desk.Page.WaitForTimeoutAsync(400); // the dialog fades in
        Assert.Empty(await FindingsAsync(desk));
    }

    [Theory]
    [InlineData("sign-in", ColorScheme.Light)]
    [InlineData("sign-in", ColorScheme.Dark)]
    [InlineData("setup?key=spent", ColorScheme.Light)]
    [InlineData("nowhere", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_at_the_door(string path, ColorScheme scheme)
    {
        await using var stranger = await fixture.StrangerAsync(scheme);
        await stranger.Page.GotoAsync($"/{path}");
        Assert.Empty(await FindingsAsync(stranger));
    }

    [Fact]
    public async Task On_a_phone_one_mention_fills_the_screen_and_the_list_is_a_tap_away()
    {
        await using var desk = await fixture.AnaAsync(width: 390, height: 844);
        await fixture.House.WritesAsync("phone", "@HarbourTheatre thank you from my phone");
        await desk.GoAsync();
        await Expect(desk.Verb("Approve")).ToBeInViewportAsync();
        await Expect(desk.Rows.First).Not.ToBeVisibleAsync();
        await desk.Page.Locator(".to-list").ClickAsync();
        await Expect(desk.Row("phone").First).ToBeVisibleAsync();
        await desk.OpenAsync("phone");
        await Expect(desk.Verb("Approve")).ToBeInViewportAsync();
        Assert.False(await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task The_title_tells_how_many_wait_and_the_chip_that_this_is_a_sandbox()
    {
        await using var desk = await fixture.AnaAsync();
        await fixture.House.WritesAsync("counted", "@HarbourTheatre thank you, count me");
        await desk.GoAsync();
        await Expect(desk.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d+\) EngageBot$"));
        await Expect(desk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "sandbox" })).ToHaveAttributeAsync("href", fixture.House.Sandbox.ToString());
    }

    private static async Task<IEnumerable<string>> FindingsAsync(DeskPage desk) =>
        (await desk.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
}
