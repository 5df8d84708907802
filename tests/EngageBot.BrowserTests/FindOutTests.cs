using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

public sealed class FindOutTests(LibraryFixture desks) : IClassFixture<LibraryFixture>
{
    [Fact]
    public async Task What_was_promised_is_shown_found_out_and_told_under_their_last_post()
    {
        await using var ana = await desks.AnaAsync();
        var asked = await desks.House.WritesAsync("kit_q", "@HarbourTheatre what is the caretaker's cat called?", "Kit Q");
        await ana.GoAsync("");
        await OpenAsync(ana, "what is the caretaker's cat called?");
        await ana.Page.Keyboard.PressAsync("a");
        var promised = await desks.House.ReplyToAsync(asked);

        await ana.GoAsync("find-out");
        await Expect(ana.Page.GetByText(promised)).ToBeVisibleAsync();
        await Expect(ana.Page.GetByText("due", new PageGetByTextOptions { Exact = false }).First).ToBeVisibleAsync();
        await ShotAsync(ana, "owed");
        await ana.Page.GetByLabel("The answer, as you would say it").FillAsync("Bosun. She came with the ropes.");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep it and draft it for all who asked" }).ClickAsync();
        await Expect(ana.Page.GetByText("It is in the library now.")).ToBeVisibleAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Tell them by hand on X" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("in_reply_to=" + asked));
        await ShotAsync(ana, "told-by-hand");

        var ours = (await desks.House.PublicAsync()).Single(post => post.InReplyTo == asked);
        var again = await desks.House.WritesAsync("kit_q", "@HarbourTheatre any news of the cat?", "Kit Q", ours.Id);
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tell them under their last post" }).ClickAsync();
        await Expect(ana.Page.GetByText("Bosun. She came with the ropes.").First).ToBeVisibleAsync();
        await ShotAsync(ana, "conversation");
        await OpenAsync(ana, "any news of the cat?");
        await ana.Page.Keyboard.PressAsync("a");
        Assert.Contains("Bosun", await desks.House.ReplyToAsync(again), StringComparison.Ordinal);
        await ana.GoAsync("find-out");
        await Expect(ana.Page.GetByText("Nothing is owed to anybody.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_talk_of_five_turns_reads_like_one()
    {
        await using var ana = await desks.AnaAsync();
        string[] words = ["loved Low Water last night, what an evening", "the boat coming down the stairs, no question", "my dad was a netmaker, he cried"];
        string? answers = null;
        for (var turn = 0; turn < words.Length; turn++)
        {
            var post = await desks.House.WritesAsync("robin_v", $"@HarbourTheatre {words[turn]}", "Robin Vale", answers);
            if (turn == 0)
                await ana.GoAsync("");
            await OpenAsync(ana, words[turn]);
            if (turn == words.Length - 1)
                break;
            await ana.Page.Keyboard.PressAsync("a");
            await desks.House.ReplyToAsync(post);
            answers = (await desks.House.PublicAsync()).Single(said => said.InReplyTo == post).Id;
        }
        foreach (var said in words)
            await Expect(ana.Page.GetByText(said).First).ToBeVisibleAsync();
        var letter = ana.Letter;
        await Expect(letter.Locator(".turn-foot")).ToContainTextAsync("Our turn");
        await Expect(letter.Locator(".turn")).ToHaveCountAsync(5);
        var theirs = (await letter.Locator(".turn:not(.ours):not(.asked)").First.BoundingBoxAsync())!;
        var ours = (await letter.Locator(".turn.ours").First.BoundingBoxAsync())!;
        Assert.True(ours.X > theirs.X && ours.Y > theirs.Y, "they speak from the left, we from the right and below");
        await ShotAsync(ana, "five-turns");
        await PicturesAsync("@robin_v");
    }

    private async Task PicturesAsync(string handle)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is null)
            return;
        foreach (var (scheme, width) in new[] { (ColorScheme.Dark, 1440), (ColorScheme.Light, 390), (ColorScheme.Dark, 390) })
        {
            await using var desk = await desks.AnaAsync(scheme, width, width == 390 ? 844 : 900);
            await desk.GoAsync("");
            if (width == 390)
                await desk.Page.Locator(".to-list").First.ClickAsync();
            await desk.Page.Locator(".row", new PageLocatorOptions { HasText = "my dad was a netmaker" }).First.ClickAsync();
            await Expect(desk.Letter).ToContainTextAsync(handle);
            await desk.Page.WaitForTimeoutAsync(300);
            await ShotAsync(desk, $"five-turns-{scheme}-{width}");
        }
    }

    private static async Task OpenAsync(DeskPage desk, string text)
    {
        await desk.Page.Locator(".row", new PageLocatorOptions { HasText = text }).First.ClickAsync();
        await Expect(desk.Letter).ToContainTextAsync(text);
        await desk.Page.WaitForTimeoutAsync(400); // nothing is decided at first sight
    }

    private static Task ShotAsync(DeskPage desk, string name) => Environment.GetEnvironmentVariable("SHOTS") is { } folder
        ? desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") })
        : Task.CompletedTask;
}
