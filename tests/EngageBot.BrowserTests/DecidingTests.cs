using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace EngageBot.BrowserTests;

/// <summary>What a person decides at the desk, and what becomes public of it.</summary>
public sealed class DecidingTests(DeskFixture fixture) : IClassFixture<DeskFixture>
{
    [Fact]
    public async Task The_key_a_makes_exactly_the_words_on_the_desk_public_under_the_right_mention()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        var mention = await desk.ReceiveAsync("lena_k", "@HarbourTheatre thank you for last night, the encore was wonderful!");
        var words = await desk.Draft.InnerTextAsync();
        await desk.PressAsync("a");
        await Expect(desk.Deeds).ToContainTextAsync("Posting to @lena_k in");

        Assert.Equal(words, await fixture.House.ReplyToAsync(mention));
        await Expect(desk.Deeds).ToContainTextAsync("Posted to @lena_k");
    }

    [Fact]
    public async Task Edited_words_are_approved_in_the_same_act()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        var mention = await desk.ReceiveAsync("tomw", "@HarbourTheatre thanks for the lovely lute evening");
        await desk.RewriteAsync("Tom, the lute says thank you too.");
        await desk.PressAsync("Control+Enter");
        Assert.Equal("Tom, the lute says thank you too.", await fixture.House.ReplyToAsync(mention));
    }

    [Fact]
    public async Task After_a_click_on_a_verb_the_focus_is_on_the_next_letter()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await fixture.House.WritesAsync("after_me", "@HarbourTheatre thank you, I come after");
        await desk.ReceiveAsync("click_me", "@HarbourTheatre thank you, click me away");
        await desk.Verb("Let be").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Needs no answer" }).ClickAsync();
        await Expect(desk.Deeds).ToContainTextAsync("Let @click_me be");
        await Expect(desk.Letter).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Letting_be_keeps_the_reason()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("quiet_q", "@HarbourTheatre thank you, good night");
        await desk.PressAsync("l");
        await desk.PressAsync("1");
        await Expect(desk.Deeds).ToContainTextAsync("Let @quiet_q be");
        await Expect(desk.Row("quiet_q")).ToHaveCountAsync(0);

        await desk.GoAsync("?lane=let-be");
        await desk.OpenAsync("quiet_q");
        await Expect(desk.Letter).ToContainTextAsync("Let be: Needs no answer");
    }

    [Fact]
    public async Task An_approval_undone_in_time_never_becomes_public_and_its_words_are_offered_again()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("second_thoughts", "@HarbourTheatre thanks for a great show");
        await desk.RewriteAsync("Words that were meant to be better.");
        await desk.PressAsync("Control+Enter");
        await Expect(desk.Deeds).ToContainTextAsync("Posting to @second_thoughts");
        await desk.PressAsync("z");

        await Expect(desk.Draft).ToHaveTextAsync("Words that were meant to be better.");
        await desk.Page.WaitForTimeoutAsync(3_000); // longer than the undo window
        Assert.DoesNotContain(await fixture.House.PublicAsync(), post => post.Text.Contains("meant to be better", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_countdown_and_its_undo_survive_a_reload()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        await desk.ReceiveAsync("reloader", "@HarbourTheatre so disappointed, we queued for an hour and the doors opened late");
        await desk.RewriteAsync("A reply that a reload must not hide.");
        await desk.PressAsync("Control+Enter");
        await Expect(desk.Deeds).ToContainTextAsync("Posting to @reloader");
        await desk.ReloadAsync();
        await Expect(desk.Deeds).ToContainTextAsync("Posting to @reloader");
        await desk.PressAsync("z");
        await Expect(desk.Draft).ToHaveTextAsync("A reply that a reload must not hide.");
    }

    [Fact]
    public async Task Of_two_people_the_slower_one_learns_who_was_faster()
    {
        await using var ana = await fixture.AnaAsync();
        await using var ben = await fixture.JoinAsync("Ben", "approver");
        await ana.GoAsync();
        await ana.ReceiveAsync("wanted", "@HarbourTheatre thank you both");
        await ben.OpenAsync("wanted");
        await ana.PressAsync("a");
        await Expect(ana.Deeds).ToContainTextAsync("@wanted");
        await ben.PressAsync("a");
        await Expect(ben.Notice).ToContainTextAsync("Ana answered this just now");
    }

    [Fact]
    public async Task A_reply_is_not_approved_unseen_when_the_talk_has_moved_on()
    {
        await using var desk = await fixture.AnaAsync();
        await desk.GoAsync();
        var first = await desk.ReceiveAsync("moving", "@HarbourTheatre thank you for the tour");
        await desk.RewriteAsync("Words for what stood here before.");
        await fixture.House.WritesAsync("moving", "@HarbourTheatre sorry, I meant the other theatre", replyTo: first);
        await Expect(desk.Row("moving")).ToHaveCountAsync(2);
        await desk.PressAsync("Control+Enter");
        await Expect(desk.Notice).ToContainTextAsync("wrote again while you were reading");
        await Expect(desk.Letter).ToContainTextAsync("the other theatre");
        await Expect(desk.Editor).ToHaveValueAsync("Words for what stood here before.");
    }

    [Fact]
    public async Task A_drafter_writes_and_an_approver_finds_their_words()
    {
        await using var ana = await fixture.AnaAsync();
        await using var dora = await fixture.JoinAsync("Dora", "drafter");
        await ana.GoAsync();
        await fixture.House.WritesAsync("for_dora", "@HarbourTheatre thank you Dora");
        await dora.OpenAsync("for_dora");
        await Expect(dora.Verb("Approve")).ToBeDisabledAsync();
        await dora.RewriteAsync("Dora's own words.");
        await Expect(dora.Letter).ToContainTextAsync("kept");
        await dora.PressAsync("Control+Enter");
        await Expect(dora.Deeds).ToBeEmptyAsync();

        await ana.OpenAsync("for_dora");
        await Expect(ana.Draft).ToHaveTextAsync("Dora's own words.");
        await Expect(ana.Letter).ToContainTextAsync("Dora's unfinished words");
    }
}
