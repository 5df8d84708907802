using System.Globalization;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>A desk at which thousands wait is as easy to use as any.</summary>
public sealed class CrowdTests(CrowdedFixture fixture) : IClassFixture<CrowdedFixture>
{
    [Fact]
    public async Task Five_thousand_are_counted_scrolled_through_and_drawn_only_where_one_looks()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("?order=oldest");
        await Expect(desk.Row("Guest 1").First).ToBeInViewportAsync();
        Assert.InRange(await CountAsync(desk), CrowdedFixture.Waiting, CrowdedFixture.Waiting + 9);
        await desk.Page.Locator(".list").EvaluateAsync("list => list.scrollTop = list.scrollHeight");
        await Expect(desk.Row("latest")).ToBeInViewportAsync();
        Assert.InRange(await desk.Rows.CountAsync(), 5, 200);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Scrolling_while_the_database_does_not_answer_leaves_the_desk_alive()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("?order=oldest");
        await Expect(desk.Row("Guest 1").First).ToBeInViewportAsync();
        await fixture.ChangeAsync("ALTER TABLE mention RENAME TO gone");
        await desk.Page.Locator(".list").EvaluateAsync("list => list.scrollTop = list.scrollHeight");
        await Expect(desk.Page.Locator(".standstill")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 30_000 });
        await fixture.ChangeAsync("ALTER TABLE gone RENAME TO mention");
        await Expect(desk.Row("latest")).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Timeout = 30_000 });
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_page_that_fails_says_so_and_can_be_loaded_again()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await fixture.ChangeAsync("ALTER TABLE mention RENAME TO gone");
        await desk.Page.EvaluateAsync("() => Blazor.navigateTo('/find-out')");
        var alert = desk.Page.Locator("main [role=alert]");
        await Expect(alert).ToContainTextAsync("Nothing was posted by it.");
        await fixture.ChangeAsync("ALTER TABLE gone RENAME TO mention");
        await alert.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("To find out");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_key_j_goes_on_far_beyond_what_was_drawn_and_the_open_line_stays_in_sight()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("?order=oldest&open=crowd-120");
        await Expect(desk.Row("Guest 120")).ToBeInViewportAsync();
        for (var number = 121; number <= 160; number++)
        {
            await desk.PressAsync("j");
            await Expect(desk.Letter).ToContainTextAsync($"guest number {number} says");
        }
        await Expect(desk.Row("Guest 160")).ToBeInViewportAsync();
        await desk.PressAsync("k");
        await Expect(desk.Letter).ToContainTextAsync("guest number 159 says");
    }

    [Fact]
    public async Task A_newcomer_does_not_move_what_somebody_reads()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("?order=newest&open=crowd-4000");
        await Expect(desk.Row("Guest 4000")).ToBeInViewportAsync();
        var before = (await desk.Row("Guest 4000").BoundingBoxAsync())!.Y;
        var waiting = await CountAsync(desk);
        await fixture.House.WritesAsync("newcomer", "@HarbourTheatre thank you, I am new here");
        await Expect(desk.Page.Locator(".lane[aria-current]")).ToContainTextAsync((waiting + 1).ToString("N0", CultureInfo.InvariantCulture));
        await Expect(desk.Row("Guest 4000")).ToBeInViewportAsync();
        Assert.Equal(before, (await desk.Row("Guest 4000").BoundingBoxAsync())!.Y, 1);
    }

    [Fact]
    public async Task A_view_that_is_kept_is_a_click_away_after_a_reload_too()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("?lane=questions&order=oldest");
        await desk.Page.Locator(".views summary").ClickAsync();
        await desk.Page.GetByLabel("Name of this view").FillAsync("Late questions");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(desk.Page.Locator(".views [aria-current]")).ToHaveTextAsync("Late questions");
        await desk.GoAsync();
        await desk.Page.Locator(".views summary").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Late questions", Exact = true }).ClickAsync();
        await Expect(desk.Page.Locator(".lane[aria-current]")).ToContainTextAsync("Questions");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("order=oldest"));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Forget Late questions" }).ClickAsync();
        await Expect(desk.Page.Locator(".views li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_search_finds_an_answered_mention_and_Escape_leads_back()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await AnswerAsync(desk);
        await desk.PressAsync("/");
        await Expect(desk.Page.Locator("#find")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("xylop is:answered");
        var found = desk.Row("xylophone");
        await Expect(found.Locator("mark")).ToHaveTextAsync("xylophone");
        await Expect(found).ToContainTextAsync("Answered");
        await desk.PressAsync("Enter");
        await Expect(desk.Letter).ToContainTextAsync("the xylophone was wonderful");
        Assert.Contains("q=xylop", desk.Page.Url, StringComparison.Ordinal);
        await desk.ReloadAsync();
        await Expect(found).ToBeVisibleAsync();
        await desk.PressAsync("Escape");
        await Expect(desk.Page.Locator(".found")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("#find")).ToHaveValueAsync("");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Several_are_chosen_and_let_be_with_a_key_each_and_one_undo_brings_them_back()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync("?order=oldest&open=crowd-1000");
        var waiting = await CountAsync(desk);
        for (var number = 1000; number < 1003; number++)
        {
            await Expect(desk.Letter).ToContainTextAsync($"guest number {number} says");
            await desk.PressAsync("x");
        }
        await Expect(desk.Letter).ToContainTextAsync("guest number 1003 says");
        await desk.Row("Guest 1005").Locator("xpath=..").GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(desk.Page.Locator(".several")).ToContainTextAsync("4 chosen");
        await desk.PressAsync("a");
        await Expect(desk.Page.Locator(".several")).ToContainTextAsync("Answers are approved one by one");
        await desk.PressAsync("l");
        await desk.PressAsync("1");
        await Expect(desk.Deeds).ToContainTextAsync("4 let be");
        await Expect(desk.Row("Guest 1005")).ToHaveCountAsync(0);
        await Expect(desk.Letter).ToContainTextAsync("guest number 1003 says");
        await Expect(desk.Page.Locator(".lane[aria-current] .number")).ToHaveTextAsync((waiting - 4).ToString("N0", CultureInfo.InvariantCulture));
        await desk.PressAsync("z");
        await Expect(desk.Page.Locator(".lane[aria-current] .number")).ToHaveTextAsync(waiting.ToString("N0", CultureInfo.InvariantCulture));
        Assert.Empty(desk.Complaints);
    }

    private static async Task<int> CountAsync(DeskPage desk)
    {
        await Expect(desk.Page.Locator(".lane[aria-current] .number")).Not.ToHaveTextAsync("0");
        return int.Parse(await desk.Page.Locator(".lane[aria-current] .number").InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private async Task AnswerAsync(DeskPage desk)
    {
        var mention = await fixture.House.WritesAsync("collector", "@HarbourTheatre thank you, the xylophone was wonderful");
        await desk.Page.GetByLabel("Order", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("newest");
        await desk.OpenAsync("collector");
        await desk.RewriteAsync("The player says thank you.");
        await desk.PressAsync("Control+Enter");
        await fixture.House.ReplyToAsync(mention);
        await Expect(desk.Deeds).ToContainTextAsync("Posted to @collector");
    }
}
