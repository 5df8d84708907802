using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Whoever keeps the house finds what there is to keep.</summary>
public sealed class HouseTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task The_menu_leads_to_the_house_and_the_house_to_its_rooms()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        await ana.Page.Locator(".viewer button").ClickAsync();
        await ana.Page.GetByText("The house", new PageGetByTextOptions { Exact = true }).ClickAsync();
        foreach (var room in new[] { "Health", "Accounts", "Opening hours", "Rules", "People", "Tokens", "Library", "Reports", "Dialogue", "Receipt", "How it reads" })
        {
            await ana.GoAsync("house");
            await ana.Page.Locator(".rooms").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = room, Exact = true }).ClickAsync();
            await Expect(ana.Page.Locator("h1")).ToBeVisibleAsync();
            await Expect(ana.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/house$"));
        }
        Assert.Empty(ana.Complaints);
    }

    [Fact]
    public async Task Health_is_told_in_words()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync("health");
        await Expect(ana.Page.Locator(".large")).ToHaveTextAsync("All is well.");
        await Expect(ana.Page.Locator("section.house")).ToContainTextAsync("A sandbox on this machine; nothing reaches X.");
        await Expect(ana.Page.Locator("section.house")).ToContainTextAsync("@HarbourTheatre was read");
    }

    [Fact]
    public async Task An_account_shows_how_it_stands_and_none_of_its_keys()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync("accounts");
        await Expect(ana.Page.Locator(".card")).ToContainTextAsync("Replies go out.");
        await Expect(ana.Page.Locator("section.house")).Not.ToContainTextAsync("sandbox-secret");
    }

    [Fact]
    public async Task Opening_hours_are_written_as_people_write_them_and_kept()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync("hours");
        await ana.Page.GetByLabel("Monday", new PageGetByLabelOptions { Exact = true }).FillAsync("10-6pm");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(ana.Page.Locator(".saving")).ToContainTextAsync("Nothing was saved yet");
        await Expect(ana.Page.Locator(".day").First).ToContainTextAsync("is no span of time");

        await ana.Page.GetByLabel("Monday", new PageGetByLabelOptions { Exact = true }).FillAsync("10-18");
        await ana.Page.GetByLabel("Monday", new PageGetByLabelOptions { Exact = true }).BlurAsync();
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "The same from Monday to Friday" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add days" }).ClickAsync();
        await ana.Page.GetByLabel("From").FillAsync("2026-12-24");
        await ana.Page.GetByLabel("Until").FillAsync("2026-12-26");
        await ana.Page.GetByLabel("What for").FillAsync("Christmas");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Expect(ana.Page.Locator(".saving")).ToContainTextAsync("Saved.");

        await ana.ReloadAsync();
        await Expect(ana.Page.GetByLabel("Friday", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync("10:00–18:00");
        await Expect(ana.Page.GetByLabel("What for")).ToHaveValueAsync("Christmas");
        await Expect(ana.Page.Locator(".saving")).ToContainTextAsync("Ana changed this");
        await ana.GoAsync("reports");
        await Expect(ana.Page.Locator("section.reports")).ToContainTextAsync("rests while the house is closed. Days are those of Europe/Berlin.");
        Assert.Empty(ana.Complaints);
    }

    [Fact]
    public async Task Whoever_is_no_admin_keeps_no_keys()
    {
        await using var ben = await fixture.JoinAsync("Benno", "approver");
        await ben.GoAsync("house");
        await Expect(ben.Page.Locator(".rooms")).ToHaveCountAsync(1);
        foreach (var page in new[] { "accounts", "hours", "health" })
        {
            await ben.Page.GotoAsync($"/{page}");
            await Expect(ben.Page.Locator("h1")).ToHaveTextAsync("Your role does not reach this page");
        }
    }
}
