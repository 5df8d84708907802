using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>The desk says how the words sound while they are written.</summary>
public sealed class VoiceTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    private const string Advert = "Don't miss our award-winning show! Book now and save 20%, last few seats.";

    [Fact]
    public async Task What_is_typed_is_heard_as_it_is_typed_and_explained_on_demand()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("typist", "@HarbourTheatre thank you, what an evening");
        await Expect(desk.Voice).ToHaveTextAsync("sounds human");
        await desk.RewriteAsync("Lovely. Book now!");
        await Expect(desk.Voice).ToHaveTextAsync("reads like an advert: “Book now”");
        await desk.Voice.ClickAsync();
        await Expect(desk.Page.Locator(".voice-details")).ToContainTextAsync("tells people to act: “Book now”");
        await desk.RewriteAsync("Lovely. Which scene did you like?");
        await Expect(desk.Voice).ToHaveTextAsync("sounds human");
        await Expect(desk.Page.Locator(".voice-details")).ToContainTextAsync("asks them something");
    }

    [Fact]
    public async Task An_advert_goes_out_only_for_a_reason_that_the_journal_keeps()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        var mention = await desk.ReceiveAsync("advertised", "@HarbourTheatre thank you for the evening");
        await desk.RewriteAsync(Advert);
        await desk.PressAsync("Control+Enter");
        await Expect(desk.Notice).ToContainTextAsync("it reads like an advert");
        await Expect(desk.Page.GetByLabel("Post it all the same, because…")).ToBeFocusedAsync();
        await desk.PressAsync("1");
        Assert.Equal(Advert, await fixture.House.ReplyToAsync(mention));

        await desk.GoAsync("?lane=answered");
        await desk.OpenAsync("advertised");
        await desk.Page.Locator(".story summary").ClickAsync();
        await Expect(desk.Page.Locator(".story")).ToContainTextAsync("They asked for just this");
    }
}
