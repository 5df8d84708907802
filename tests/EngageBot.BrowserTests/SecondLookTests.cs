using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Where the rules ask for two people, two people look.</summary>
public sealed class SecondLookTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Complaint = "@HarbourTheatre so disappointed, we queued for an hour in the rain and nobody helped";

    [Fact]
    public async Task A_reply_to_a_complaint_becomes_public_after_a_colleague_looked_too()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync("rules");
        await Expect(ana.Page.Locator(".once")).ToBeVisibleAsync(); // alone, no rule asks for a second
        await ana.Page.GetByLabel("Complaints").CheckAsync();
        await ana.Page.Locator(".windows label", new PageLocatorOptions { HasText = "care" }).Locator("input").FillAsync("3");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(ana.Page.Locator(".rule-story")).ToContainTextAsync("Ana: complaints take two people");
        await using var ben = await fixture.JoinAsync("Ben", "approver");

        await ana.GoAsync();
        var mention = await ana.ReceiveAsync("queuer", Complaint);
        await ana.RewriteAsync("That is on us. Which door was it?");
        await ana.PressAsync("Control+Enter");
        await Expect(ana.Deeds).ToContainTextAsync("wait for a colleague's second look");
        await ana.OpenAsync("queuer");
        await ana.PressAsync("a");
        await Expect(ana.Notice).ToContainTextAsync("You have proposed these words yourself");

        await ben.GoAsync("?lane=second-look");
        await ben.OpenAsync("queuer");
        await Expect(ben.Letter).ToContainTextAsync("Ana proposed these words");
        await Expect(ben.Draft).ToHaveTextAsync("That is on us. Which door was it?");
        await ben.RewriteAsync("That is on us, sorry. Which door was it?");
        await Expect(ben.Letter).ToContainTextAsync("approving makes it your proposal");
        await ben.PressAsync("Control+Enter");
        await Expect(ben.Deeds).ToContainTextAsync("second look");

        await ana.OpenAsync("queuer");
        await Expect(ana.Draft).ToHaveTextAsync("That is on us, sorry. Which door was it?");
        await ana.PressAsync("a");
        await Expect(ana.Deeds).ToContainTextAsync("Posting to @queuer in 3 s");
        Assert.Equal("That is on us, sorry. Which door was it?", await fixture.House.ReplyToAsync(mention));
    }
}
