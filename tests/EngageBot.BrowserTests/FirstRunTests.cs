using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>The first minutes with the program, followers and all.</summary>
public sealed class FirstRunTests(FirstRunTests.Lively fixture) : IClassFixture<FirstRunTests.Lively>
{
    [Fact]
    public async Task The_queue_fills_by_itself_with_drafts_to_approve()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await Expect(desk.Rows.Nth(2)).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 10_000 });
        await Expect(desk.Letter).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".pulse")).ToContainTextAsync("live");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_setup_link_works_once()
    {
        await using var stranger = await fixture.StrangerAsync();
        await stranger.Page.GotoAsync(fixture.House.Setup.ToString());
        await Expect(stranger.Page.Locator("main")).ToContainTextAsync("This link is spent");
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_the_door()
    {
        await using var stranger = await fixture.StrangerAsync();
        await stranger.Page.GotoAsync("/people");
        await Expect(stranger.Page.GetByLabel("Password")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_sees_the_queue_and_cannot_decide()
    {
        await using var reader = await fixture.JoinAsync("Rose", "reader");
        await Expect(reader.Verb("Approve")).ToBeDisabledAsync();
        await reader.Page.WaitForTimeoutAsync(400);
        await reader.PressAsync("a");
        await Expect(reader.Deeds).ToBeEmptyAsync();
        await reader.Page.GotoAsync("/people");
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("Your role does not");
    }

    [Fact]
    public async Task The_readme_s_pictures_are_taken_from_a_real_desk()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") != "1")
            return;
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await Expect(desk.Rows.Nth(6)).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        await desk.PressAsync("j");
        await desk.Page.WaitForTimeoutAsync(500);
        await desk.PressAsync("a");
        await Expect(desk.Deeds).ToContainTextAsync("Posting to");
        await PhotographAsync(desk, "desk.png");

        await using var phone = await fixture.AnaAsync(ColorScheme.Dark, 390, 844);
        await phone.GoAsync("?lane=backstage");
        await Expect(phone.Letter).ToBeVisibleAsync();
        await PhotographAsync(phone, "desk-phone.png");
    }

    private static async Task PhotographAsync(DeskPage desk, string name)
    {
        await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Picture(name) });
        Assert.True(new FileInfo(Picture(name)).Length < 300_000);
    }

    private static string Picture(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", name));

    /// <summary>With followers, as a newcomer sees it.</summary>
    public sealed class Lively : DeskFixture
    {
        protected override string[] Settings => ["--Sandbox:Followers=true", "--Sandbox:Speed=10"];
    }
}
