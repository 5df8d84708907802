using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>A house that is closed now, and lets replies wait until it opens.</summary>
public sealed class NightTests(DeskFixture desks) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task A_reply_waits_for_the_house_to_open_and_goes_out_at_once_with_one_key()
    {
        await using var ana = await desks.AnaAsync();
        await ana.GoAsync("hours");
        await ana.Page.Locator("#zone").FillAsync("Europe/London");
        var opening = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/London").AddHours(12).Hour;
        foreach (var day in Enum.GetValues<DayOfWeek>())
            await ana.Page.Locator($"#day-{day}").FillAsync(string.Create(CultureInfo.InvariantCulture, $"{opening}–{opening + 1}"));
        await ana.Page.GetByText("Replies that are approved while the house is closed").ClickAsync();
        await ShotAsync(ana, "hours");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(ana.Page.GetByText("Saved.")).ToBeVisibleAsync();

        await ana.GoAsync();
        var post = await ana.ReceiveAsync("owl", "@HarbourTheatre thank you, what a night");
        await ana.PressAsync("l");
        await Expect(ana.Page.GetByText("Like it on X by hand")).ToBeVisibleAsync();
        await ShotAsync(ana, "like");
        await ana.PressAsync("l");
        await ana.PressAsync("a");
        await Expect(ana.Deeds).ToContainTextAsync("To @owl when the house opens");
        await ana.GoAsync("?lane=answering");
        await ana.OpenAsync("owl");
        await Expect(ana.Letter).ToContainTextAsync("It goes out when the house opens");
        await ShotAsync(ana, "night");
        await ana.PressAsync("a");
        Assert.NotEmpty(await desks.House.ReplyToAsync(post));
    }

    private static Task ShotAsync(DeskPage desk, string name) => Environment.GetEnvironmentVariable("SHOTS") is { } folder
        ? desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") })
        : Task.CompletedTask;
}
