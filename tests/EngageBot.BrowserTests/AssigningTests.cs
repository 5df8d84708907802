using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Colleagues give each other mentions and tell each other what they know.</summary>
public sealed class AssigningTests(ColleaguesFixture fixture) : IClassFixture<ColleaguesFixture>
{
    [Fact]
    public async Task The_key_g_gives_a_letter_to_a_colleague_who_sees_it_and_z_takes_it_back()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        await ana.ReceiveAsync("for_ben", "@HarbourTheatre thank you, Ben in particular");
        await fixture.Ben.GoAsync();
        await fixture.Ben.OpenAsync("for_ben");
        await ana.PressAsync("g");
        await ana.Page.Locator(".ask .choice", new PageLocatorOptions { HasText = "Ben" }).WaitForAsync();
        await ana.PressAsync("2");
        await Expect(ana.Deeds).ToContainTextAsync("Ben looks after @for_ben now");
        await Expect(fixture.Ben.Letter).ToContainTextAsync("Ben looks after this");
        await Expect(fixture.Ben.Row("for_ben")).ToContainTextAsync("→ Ben");
        await ana.PressAsync("z");
        await Expect(fixture.Ben.Letter).Not.ToContainTextAsync("Ben looks after this");
    }

    [Fact]
    public async Task A_note_reaches_the_colleague_at_once_and_calls_them_by_name()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        await ana.ReceiveAsync("noted", "@HarbourTheatre thank you for the lute");
        await fixture.Ben.GoAsync();
        await fixture.Ben.OpenAsync("noted");
        await ana.PressAsync("n");
        await Expect(ana.Page.Locator("#note")).ToBeFocusedAsync();
        await ana.Page.Keyboard.TypeAsync("@Ben all about the lute please, mail@Bendix.example is their agent");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Keep", Exact = true }).ClickAsync();
        await Expect(fixture.Ben.Page.Locator(".notes")).ToContainTextAsync("@Ben all about the lute please");
        await Expect(fixture.Ben.Page.Locator(".notes mark")).ToHaveTextAsync("@Ben");
        await Expect(fixture.Ben.Page.Locator(".notes mark")).ToHaveClassAsync("me");
    }
}
