using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>The line to the desk is cut while somebody types: not a word is lost.</summary>
public sealed partial class LostLineTests(ColleaguesFixture fixture) : IClassFixture<ColleaguesFixture>
{
    [Fact]
    public async Task What_is_typed_while_the_line_is_cut_reaches_the_desk_when_it_is_back()
    {
        await using var desk = await fixture.AnaAsync();
        var line = await Line.LayAsync(desk.Page);
        await desk.GoAsync();
        await desk.ReceiveAsync("patched", "@HarbourTheatre thank you, patched");
        await desk.RewriteAsync("Before the cut");
        await Expect(desk.Letter).ToContainTextAsync("kept");
        await line.CutAsync();
        await desk.Editor.PressSequentiallyAsync(" and during it");
        line.Mend();
        await desk.Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.startsWith('engagebot-words:'))"); // the desk has them
        await fixture.Ben.GoAsync();
        await fixture.Ben.OpenAsync("patched");
        await Expect(fixture.Ben.Draft).ToHaveTextAsync("Before the cut and during it");
    }

    [Fact]
    public async Task What_was_typed_before_a_reload_in_the_outage_is_offered_back()
    {
        await using var desk = await fixture.AnaAsync();
        var line = await Line.LayAsync(desk.Page);
        await desk.GoAsync();
        await desk.ReceiveAsync("reloaded", "@HarbourTheatre thank you, reloaded");
        await desk.RewriteAsync("Kept by the desk");
        await Expect(desk.Letter).ToContainTextAsync("kept");
        await line.CutAsync();
        await desk.Editor.PressSequentiallyAsync(", the rest by the browser");
        line.Mend();
        await desk.ReloadAsync();
        await Expect(desk.Draft).ToHaveTextAsync("Kept by the desk, the rest by the browser");
        await Expect(desk.Letter).ToContainTextAsync("your unfinished words");
    }

    [Fact]
    public async Task Nobody_else_at_the_same_browser_is_offered_the_words_which_stay_for_who_typed_them()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("private", "@HarbourTheatre thank you, private one");
        var mention = await desk.Page.Locator("[data-mention]").First.GetAttributeAsync("data-mention");
        await desk.Page.EvaluateAsync("mention => localStorage.setItem(`engagebot-words:somebody-else:${mention}`, JSON.stringify({ text: 'Not yours', at: Date.now() }))", mention);
        await desk.ReloadAsync();
        await Expect(desk.Draft).Not.ToContainTextAsync("Not yours");
        await Expect(desk.Page.Locator(".set-aside")).ToHaveCountAsync(0);
        Assert.Equal(1, await KeptInBrowserAsync(desk));
    }

    private static Task<int> KeptInBrowserAsync(DeskPage desk) => desk.Page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(key => key.startsWith('engagebot-words:')).length");

    /// <summary>The line between a page and the desk, to be cut and mended.</summary>
    private sealed partial class Line
    {
        private readonly List<(IWebSocketRoute Page, IWebSocketRoute Desk)> lines = [];
        private bool isCut;

        public static async Task<Line> LayAsync(IPage page)
        {
            var line = new Line();
            await page.RouteWebSocketAsync(Blazor(), socket =>
            {
                if (!line.isCut)
                    line.lines.Add((socket, socket.ConnectToServer()));
            });
            await page.RouteAsync(Blazor(), route => line.isCut ? route.AbortAsync() : route.ContinueAsync());
            return line;
        }

        public async Task CutAsync()
        {
            isCut = true;
            foreach (var (page, desk) in lines)
            {
                await page.CloseAsync();
                await desk.CloseAsync();
            }
            lines.Clear();
        }

        public void Mend() => isCut = false;

        [GeneratedRegex("/_blazor")]
        private static partial Regex Blazor();
    }
}
