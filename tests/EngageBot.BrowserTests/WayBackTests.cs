using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>From what the reader learned here back to the reader as shipped, and forth again.</summary>
public sealed class WayBackTests(TaughtFixture fixture) : IClassFixture<TaughtFixture>
{
    // a fit takes its time on a busy machine
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task Use_this_one_changes_how_the_next_mention_is_read_and_says_so()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("model");
        await Expect(Rows(desk).First).ToContainTextAsync("put right", Patiently);
        await Expect(Rows(desk).First).ToContainTextAsync("reads now");

        await Use(desk, "Read as shipped");
        await Expect(Rows(desk).Last).ToContainTextAsync("reads now");
        await Expect(desk.Page.GetByText("From the next mention on it reads as shipped.")).ToBeVisibleAsync();
        Assert.DoesNotContain("question", await ReadAsync(desk, "thirteen"), StringComparison.Ordinal);

        await desk.GoAsync("model");
        await Use(desk, "Use version 1");
        await Expect(Rows(desk).First).ToContainTextAsync("reads now");
        await Expect(desk.Page.GetByText("From the next mention on it reads with version 1.")).ToBeVisibleAsync();
        Assert.Contains("question", await ReadAsync(desk, "fourteen"), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    private static ILocator Rows(DeskPage desk) => desk.Page.Locator(".versions tbody tr");

    private static async Task Use(DeskPage desk, string name)
    {
        var button = desk.Page.Locator(".versions").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });
        await Expect(button).ToHaveTextAsync("Use this one");
        await button.ClickAsync();
    }

    /// <summary>A choir writes; what the letter says it wants.</summary>
    private static async Task<string> ReadAsync(DeskPage desk, string choir)
    {
        await desk.GoAsync();
        await desk.ReceiveAsync($"choir_{choir}", TaughtFixture.Choir(choir));
        return await desk.Page.Locator(".why").InnerTextAsync();
    }
}
