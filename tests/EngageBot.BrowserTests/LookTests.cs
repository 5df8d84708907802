using System.Reflection;
using Deque.AxeCore.Playwright;
using EngageBot.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Everybody can use the desk: with a screen reader, in the dark, on a phone.</summary>
public sealed class LookTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    // Read off the program itself, so that no new page is forgotten.
    private static readonly string[] Pages =
    [
        .. typeof(DeskSetup).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template.TrimStart('/'))
            .Select(path => path == "library/entry" ? "library/entry?new=answers" : path).Concat(["?lane=answered", "reports?days=90"]).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "en-GB")]
    [InlineData(ColorScheme.Dark, 1440, "de-DE")]
    [InlineData(ColorScheme.Light, 390, "de-DE")]
    [InlineData(ColorScheme.Dark, 320, "en-GB")] // as wide as a screen of 1280 magnified four times
    public async Task Every_page_is_for_everybody(ColorScheme scheme, int width, string locale)
    {
        await fixture.House.WritesAsync("axe", "@HarbourTheatre my mother queued for an hour, this was awful");
        await using var desk = await fixture.AnaAsync(scheme, width, locale: locale);
        var findings = new List<string>();
        foreach (var page in Pages)
        {
            await desk.GoAsync(page);
            findings.AddRange((await FindingsAsync(desk)).Concat(await desk.Page.EvaluateAsync<string[]>(Shape)).Select(finding => $"/{page} {scheme} {width} {locale}: {finding}"));
        }
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    // One heading of the first rank, one main part; nothing wider than the screen; everything to press large enough to hit.
    private const string Shape = """
        () => {
          const found = [];
          if (document.querySelectorAll("h1").length !== 1) found.push(`${document.querySelectorAll("h1").length} h1`);
          if (document.querySelectorAll("main").length !== 1) found.push("main");
          if (document.documentElement.scrollWidth > innerWidth) found.push(`${document.documentElement.scrollWidth} px wide`);
          for (const target of document.querySelectorAll("button, select, input:not([type=hidden]), summary, a.verb, a.lane")) {
            const { width, height } = (target.closest("label.tick") ?? target).getBoundingClientRect();
            if (target.checkVisibility() && width > 1 && (width < 24 || height < 24)) found.push(`${Math.round(width)}x${Math.round(height)}: ${target.outerHTML.slice(0, 120)}`);
          }
          if (innerWidth < 500)
            for (const verb of document.querySelectorAll(".desk .verbs button"))
              if (verb.checkVisibility() && verb.getBoundingClientRect().height < 44) found.push(`no thumb hits ${verb.textContent}`);
          return found;
        }
        """;

    [Fact]
    public async Task Nothing_moves_for_who_wants_no_motion()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce, ForcedColors = ForcedColors.Active });
        await desk.GoAsync();
        await desk.ReceiveAsync("still", "@HarbourTheatre thank you, all is still");
        await desk.PressAsync("l");
        await Expect(desk.Page.Locator(".ask")).ToBeVisibleAsync();
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => document.getAnimations().filter(animation => animation.effect.getComputedTiming().duration > 10).length"));
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
