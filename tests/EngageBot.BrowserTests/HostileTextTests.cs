using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Whatever a stranger writes is shown as text.</summary>
public sealed class HostileTextTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Theory]
    [InlineData("markup", "@HarbourTheatre <img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> thank you")]
    [InlineData("liquid", "@HarbourTheatre {{ 7 | times: 7 }} {% include 'secrets' %} thank you")]
    [InlineData("bidi", "@HarbourTheatre thank you \u202Egnp.exe\u202C and \u2066isolated\u2069 zero\u200Bwidth")]
    public async Task It_is_shown_letter_by_letter_and_nothing_runs(string handle, string text)
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync(handle, text);
        Assert.Equal(text, await desk.Page.Locator(".asked .said").TextContentAsync());
        Assert.DoesNotContain("owned", await desk.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Ten_kilobytes_without_a_space_neither_burst_the_page_nor_push_the_verbs_away()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("endless", "@HarbourTheatre thank you " + new string('w', 10_000));
        var sideways = await desk.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth || document.querySelector('.letter').scrollWidth > document.querySelector('.letter').clientWidth");
        Assert.False(sideways);
        await Expect(desk.Verb("Let be")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_desk_lets_no_foreign_script_or_frame_in()
    {
        await using var desk = await fixture.AnaAsync();
        var answer = await desk.Page.GotoAsync("/");
        var policy = await answer!.HeaderValueAsync("content-security-policy");
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        await desk.ReadyAsync();
        Assert.Empty(desk.Complaints);
    }
}
