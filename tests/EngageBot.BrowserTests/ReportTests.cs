using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>What somebody sees who asks how it went.</summary>
public sealed class ReportTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Work_done_at_the_desk_shows_in_the_report_and_in_its_file()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("reports?days=7");
        await Expect(desk.Page.Locator("section.reports")).ToContainTextAsync(new Regex("Nobody wrote to us|Nothing answered yet this week"));

        await desk.GoAsync();
        var post = await desk.ReceiveAsync("reported", "@HarbourTheatre thank you, what an evening");
        await desk.PressAsync("a");
        await fixture.House.ReplyToAsync(post);

        await desk.GoAsync("reports?days=7");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Replies within the hour: 100" })).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Replies within the hour: 100" })).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("table", new PageLocatorOptions { HasText = "Person" }).GetByRole(AriaRole.Row, new LocatorGetByRoleOptions { Name = "Ana" })).ToContainTextAsync("1");

        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.GetByLabel("CSV: By what they wanted").ClickAsync());
        Assert.Matches(@"^engagebot-intents-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$", download.SuggestedFilename);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.StartsWith("intent,mentions,deserved_an_answer", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(lines, line => Regex.IsMatch(line, @"^thanks,\d,\d,1,\d,1,"));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Days_of_ones_own_are_chosen_and_stay_in_the_address()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("reports");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Other days" }).ClickAsync();
        await desk.Page.GetByLabel("From").FillAsync("2026-05-01");
        await desk.Page.GetByLabel("Until").FillAsync("2026-05-03");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show these days" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex(@"from=2026-05-01&until=2026-05-03"));
        await Expect(desk.Page.Locator(".large")).ToHaveTextAsync("Nobody wrote to us between 1 May and 3 May.");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Whoever_is_no_admin_sees_no_colleagues_figures()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        await ana.ReceiveAsync("watched", "@HarbourTheatre thank you, a lovely night");
        await ana.PressAsync("l");
        await ana.PressAsync("1");
        await Expect(ana.Deeds).ToContainTextAsync("@watched");

        await using var ben = await fixture.JoinAsync("Ben", "approver");
        await ben.GoAsync("reports?days=7");
        await Expect(ben.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Week by week" })).ToBeVisibleAsync();
        await Expect(ben.Page.Locator("section.reports")).Not.ToContainTextAsync("Ana");
        var file = await ben.Page.APIRequest.GetAsync(new Uri(fixture.House.Desk, "/reports/replies/people.csv?days=7").ToString());
        Assert.DoesNotContain("Ana", await file.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_gets_no_figures()
    {
        await using var stranger = await fixture.StrangerAsync();
        await stranger.Page.GotoAsync("/reports/replies/people.csv");
        await Expect(stranger.Page).ToHaveURLAsync(new Regex("sign-in"));
    }
}
