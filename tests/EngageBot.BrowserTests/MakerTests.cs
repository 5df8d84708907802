using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Somebody who knows is asked by a link and answers on a phone, without an account and without scripts.</summary>
public sealed class MakerTests(LibraryFixture desks) : IClassFixture<LibraryFixture>
{
    [Fact]
    public async Task Ana_asks_wardrobe_and_their_words_are_posted_under_their_name_once_she_approves()
    {
        await using var ana = await desks.AnaAsync();
        await ana.GoAsync();
        var post = await ana.ReceiveAsync("kit_w", "@HarbourTheatre who sews the moth wings in the third act and how long does it take?");
        await ana.PressAsync("m");
        var link = await AskAsync(ana);
        await ShotAsync(ana, "asked");

        await using var mara = await desks.StrangerAsync(ColorScheme.Dark, width: 390, scripts: false);
        await mara.Page.GotoAsync(link);
        await Expect(mara.Page.Locator("blockquote")).ToHaveTextAsync("Who sews the moth wings in the third act and how long does it take?");
        await Expect(mara.Page.Locator("main")).ToContainTextAsync("@kit_w asks on X.");
        await ShotAsync(mara, "maker-dark");
        await mara.Page.Locator("#words").FillAsync("I do. Eleven evenings, four metres of silk and one burnt thumb.");
        await mara.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await mara.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(mara.Page.Locator("h1")).ToHaveTextAsync("Thank you, Mara!");
        await ShotAsync(mara, "maker-thanks");
        Assert.Empty(await mara.Page.Context.CookiesAsync());
        Assert.Empty(mara.Complaints);

        await ana.Page.Locator(".maker-news").ClickAsync();
        await Expect(ana.Draft).ToContainTextAsync("— Mara, wardrobe");
        await ana.GlanceAsync();
        await ShotAsync(ana, "answered");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep as a backstage snippet" }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "on the backstage shelf" })).ToBeVisibleAsync();
        Assert.Contains("one burnt thumb", await File.ReadAllTextAsync(desks.At("backstage/who-sews-the-moth-wings-in-the-third-act-and-how.md")), StringComparison.Ordinal);
        await ana.PressAsync("a");
        Assert.Equal("I do. Eleven evenings, four metres of silk and one burnt thumb. — Mara, wardrobe", await desks.House.ReplyToAsync(post));
    }

    [Fact]
    public async Task The_board_asks_for_all_who_ask_the_same_and_lays_the_answer_ready_for_the_library()
    {
        await using var ana = await desks.AnaAsync();
        await desks.House.WritesAsync("one_q", "@HarbourTheatre what is the organ made of?", "Una Quill");
        await desks.House.WritesAsync("two_q", "@HarbourTheatre what is the organ made of??", "Tom Quick");
        await ana.GoAsync("find-out");
        var card = ana.Page.Locator(".open-question", new PageLocatorOptions { HasText = "What is the organ made of?" });
        await Expect(card).ToContainTextAsync("2 people asked it");
        await card.Locator(".ask-maker").ClickAsync();
        var link = await AskAsync(ana);
        await ShotAsync(ana, "board-asked");

        await using var mara = await desks.StrangerAsync(locale: "de-DE", width: 390);
        await mara.Page.GotoAsync(link);
        await Expect(mara.Page.Locator("main")).ToContainTextAsync("noch jemand fragt dasselbe");
        await ShotAsync(mara, "maker-german");
        await mara.Page.Locator("#words").FillAsync("Herring barrels, mostly.");
        await mara.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await mara.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(mara.Page.Locator("h1")).ToHaveTextAsync("Danke, Mara!");

        await Expect(card.Locator("textarea").First).ToHaveValueAsync("Herring barrels, mostly.");
        await ShotAsync(ana, "board-answered");
        await card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep it and draft it for all who asked" }).ClickAsync();
        await Expect(ana.Page.GetByText("2 waiting mentions have a draft from it.")).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_maker_s_page_is_for_everybody()
    {
        await using var ana = await desks.AnaAsync(width: 390, height: 844);
        await desks.House.WritesAsync("ada_m", "@HarbourTheatre how heavy is the whale's head that hangs over row f?");
        await ana.GoAsync("find-out");
        await ana.Page.Locator(".open-question", new PageLocatorOptions { HasText = "How heavy is the whale" }).Locator(".ask-maker").ClickAsync();
        await ShotAsync(ana, "board-asking-narrow");
        Assert.Empty((await ana.Page.RunAxe()).Violations);
        var link = await AskAsync(ana);
        Assert.Empty((await ana.Page.RunAxe()).Violations);
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 320), (ColorScheme.Light, 1440), (ColorScheme.Dark, 390) })
        {
            await using var maker = await desks.StrangerAsync(scheme, width: width);
            var answer = await maker.Page.GotoAsync(link);
            Assert.Contains("noindex", answer!.Headers["x-robots-tag"], StringComparison.Ordinal);
            await ShotAsync(maker, $"maker-{scheme}-{width}");
            Assert.Empty((await maker.Page.RunAxe()).Violations);
            Assert.False(await maker.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        }
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Done" }).ClickAsync();
        await ana.Page.Locator(".maker-card", new PageLocatorOptions { HasText = "How heavy is the whale" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take the question back" }).ClickAsync();
        await Expect(ana.Page.Locator(".maker-card", new PageLocatorOptions { HasText = "How heavy is the whale" })).ToHaveCountAsync(0);
        await using var late = await desks.StrangerAsync(width: 390);
        Assert.Equal(410, (await late.Page.GotoAsync(link))!.Status);
        await Expect(late.Page.Locator("h1")).ToHaveTextAsync("This question is gone");
        await ShotAsync(late, "maker-gone");
        Assert.Empty((await late.Page.RunAxe()).Violations);
    }

    [Fact]
    public async Task What_we_know_of_somebody_is_folded_handed_out_and_forgotten_when_they_ask()
    {
        await using var ana = await desks.AnaAsync();
        await ana.GoAsync();
        var post = await ana.ReceiveAsync("nell_p", "@HarbourTheatre loved Low Water! Is there step-free access to the foyer?");
        await ana.PressAsync("a");
        await desks.House.ReplyToAsync(post);
        await ana.ReceiveAsync("nell_p", "@HarbourTheatre thank you, see you on Friday then");
        await Expect(ana.Page.Locator(".known summary")).ToContainTextAsync("wrote of Low Water");
        await ana.Page.Locator(".known summary").ClickAsync();
        await Expect(ana.Page.Locator(".known")).ToContainTextAsync("Loved Low Water! Is there step-free access to the foyer?");
        await ShotAsync(ana, "known");
        Assert.Empty((await ana.Page.RunAxe()).Violations);
        var download = await ana.Page.RunAndWaitForDownloadAsync(() => ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "to read" }).ClickAsync());
        Assert.Equal("held-about-nell_p.txt", download.SuggestedFilename);
        Assert.Contains("see you on Friday then", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "They ask to be forgotten…" }).ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Forget @nell_p for good" }).ClickAsync();
        await Expect(ana.Row("nell_p")).ToHaveCountAsync(0);
        Assert.Empty(ana.Complaints);
    }

    private static async Task<string> AskAsync(DeskPage desk)
    {
        await desk.Page.GetByLabel("First name").FillAsync("Mara");
        await desk.Page.GetByLabel("What they do").FillAsync("wardrobe");
        await desk.Page.GetByLabel("What we know so far").FillAsync("The programme only says “handmade”.");
        await ShotAsync(desk, "asking");
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Make the link" }).ClickAsync();
        return (await desk.Page.Locator(".maker-message output").InnerTextAsync()).Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal));
    }

    private static Task ShotAsync(DeskPage desk, string name) => Environment.GetEnvironmentVariable("SHOTS") is { } folder
        ? desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") })
        : Task.CompletedTask;
}
