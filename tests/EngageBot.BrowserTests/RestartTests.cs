using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>The program is killed while somebody types.</summary>
public sealed class RestartTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task Words_typed_while_the_program_was_dead_are_there_after_it_came_back()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("survivor", "@HarbourTheatre thank you, survivor");
        await desk.RewriteAsync("Written before");
        await Expect(desk.Letter).ToContainTextAsync("kept");
        await desk.Page.RouteAsync("**/_blazor/**", route => route.AbortAsync()); // it does not come back by itself before she is done
        await fixture.House.RestartAsync();
        await desk.Editor.PressSequentiallyAsync(" and while it was dead");
        await desk.Page.UnrouteAllAsync();
        await desk.ReloadAsync();
        await Expect(desk.Draft).ToHaveTextAsync("Written before and while it was dead");
    }
}
