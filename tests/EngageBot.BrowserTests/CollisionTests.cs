using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>Something happens to a letter while it lies open: the letter shows what, and nothing goes out unseen.</summary>
public sealed class CollisionTests(ColleaguesFixture fixture) : IClassFixture<ColleaguesFixture>
{
    [Fact]
    public async Task A_new_turn_stops_the_approval_and_stands_out_in_the_talk()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        var first = await ana.ReceiveAsync("turner", "@HarbourTheatre thank you for the tour");
        await fixture.House.WritesAsync("turner", "@HarbourTheatre no wait, where did I leave my coat", replyTo: first);
        await Expect(ana.Row("turner")).ToHaveCountAsync(2);
        await ana.PressAsync("a");
        await Expect(ana.Notice).ToContainTextAsync("wrote again while you were reading");
        await Expect(ana.Page.Locator(".turn.new")).ToContainTextAsync("where did I leave my coat");
        await Expect(ana.Deeds).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_colleagues_answer_to_the_same_talk_stands_in_it_before_it_is_public()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        var first = await ana.ReceiveAsync("twice", "@HarbourTheatre so disappointed, we queued for an hour in the rain");
        await fixture.House.WritesAsync("twice", "@HarbourTheatre and nobody helped us, awful", replyTo: first);
        await Expect(ana.Row("twice")).ToHaveCountAsync(2);
        await ana.Row("nobody helped").ClickAsync();
        await fixture.Ben.GoAsync();
        await fixture.Ben.Row("queued for an hour").ClickAsync();
        await fixture.Ben.Page.WaitForTimeoutAsync(400);
        await fixture.Ben.RewriteAsync("That is on us. Which door was it?");
        await fixture.Ben.PressAsync("Control+Enter");
        await Expect(fixture.Ben.Deeds).ToContainTextAsync("Posting to @twice in");
        await ana.PressAsync("a");
        await Expect(ana.Notice).ToContainTextAsync("Ben answered in this conversation");
        await Expect(ana.Page.Locator(".turn.new")).ToContainTextAsync("That is on us. Which door was it?");
        await Expect(ana.Page.Locator(".turn.new")).ToContainTextAsync("on its way");
        await fixture.Ben.PressAsync("z");
    }

    [Fact]
    public async Task An_answer_from_the_phone_ends_the_work_and_shows_its_words()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        var mention = await ana.ReceiveAsync("phoned", "@HarbourTheatre thank you, call me");
        await fixture.House.WritesAsync("HarbourTheatre", "We did, from the foyer!", replyTo: mention);
        await Expect(ana.Letter).ToContainTextAsync("answered this from another app", new LocatorAssertionsToContainTextOptions { Timeout = 20_000 });
        await Expect(ana.Page.Locator(".turn.new")).ToContainTextAsync("We did, from the foyer!");
        await ana.PressAsync("a");
        await Expect(ana.Deeds).ToBeEmptyAsync();
    }

    [Fact]
    public async Task What_a_colleague_let_be_keeps_the_words_that_lay_there()
    {
        await using var ana = await fixture.AnaAsync();
        await ana.GoAsync();
        await ana.ReceiveAsync("rested", "@HarbourTheatre thank you, rest well");
        await ana.RewriteAsync("Ana had begun");
        await Expect(ana.Letter).ToContainTextAsync("kept");
        await ana.PressAsync("Escape");
        await fixture.Ben.GoAsync();
        await fixture.Ben.OpenAsync("rested");
        await fixture.Ben.PressAsync("l");
        await fixture.Ben.PressAsync("1");
        await Expect(fixture.Ben.Deeds).ToContainTextAsync("Let @rested be");
        await Expect(ana.Letter).ToContainTextAsync("Ben let this be just now");
        await ana.PressAsync("r");
        await Expect(ana.Draft).ToHaveTextAsync("Ana had begun");
    }
}
