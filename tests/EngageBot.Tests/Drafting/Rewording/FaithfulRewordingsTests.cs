using Xunit;

namespace EngageBot.Tests.Drafting.Rewording;

/// <summary>What a language model says is shown only when it says no more than its sources.</summary>
public sealed class FaithfulRewordingsTests(RewordingHouse house) : IClassFixture<RewordingHouse>
{
    private const string Link = "https://harbourtheatre.org/visit";

    [Theory]
    [InlineData("You can come in from 6.30 pm, a whole hour before the curtain rises: " + Link)]
    [InlineData("Come in from 6:30pm, that is an hour early, and find a good spot. " + Link)]
    [InlineData("<think>They ask about 3 things, Bob.</think>\n\n\"We let people in from 6.30 pm, an hour before the curtain goes up. " + Link + "\"")]
    [InlineData("Delighted that you come! We open up at 6.30 pm, the curtain goes up an hour later. " + Link)]
    public async Task A_faithful_rewording_is_offered_with_the_sources_of_the_draft(string said)
    {
        var letter = await house.AskedAsync();
        Assert.Equal(RewordingHouse.Answer, letter.Draft.Wordings[0].Text);
        house.Says(said);
        var offered = await house.OfferAsync(letter);
        Assert.True(offered is not null, house.Dropped);
        Assert.DoesNotContain("think", offered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('"', offered.Text);
        Assert.Equal(letter.Draft.Wordings[0].Sources, offered.Sources);
    }

    [Theory]
    [InlineData("We let people in from 6.30 pm, and the bar opens at 5. " + Link, "it adds a number")]
    [InlineData("We let people in from 6.30 am, an hour before the curtain. " + Link, "it adds a number")]
    [InlineData("We let people in from 6.30 pm, two hours before the curtain. " + Link, "it adds a number")]
    [InlineData("We let people in from ⑥ or ７ on, ahead of the curtain. " + Link, "it adds a number")]
    [InlineData("On saturday we let people in from 6.30 pm, ahead of the curtain. " + Link, "it adds a date or time")]
    [InlineData("We let people in from 6.30 pm, and tomorrow as well. " + Link, "it adds a date or time")]
    [InlineData("We let people in from 6.30 pm, just ask for Marta at the bar. " + Link, "it adds a name")]
    [InlineData("Marta lets people in from 6.30 pm, ahead of the curtain. " + Link, "it adds a name")]
    [InlineData("We let people in from 6.30 pm, all is told at https://harbourtheatre.org/offers", "it adds a link")]
    [InlineData("We let people in from 6.30 pm, have a look at evil.example.com", "it adds a link")]
    [InlineData("We let people in from 6.30 pm, ask @harbourbar what they pour. " + Link, "it adds a handle")]
    [InlineData("We let people in from 6.30 pm, come and be with us #theatre " + Link, "it adds a hashtag")]
    [InlineData("We let people in from 6.30 pm, and we'll keep a spot at the front. " + Link, "it adds a promise")]
    [InlineData("We let people in from 6.30 pm, and the first drink is free. " + Link, "it adds a promise")]
    [InlineData("You can of course come in from 6.30 pm on, an hour before the curtain goes up. " + Link, "it adds a promise")]
    [InlineData("We let nobody in at 6.30 pm, ahead of the curtain. " + Link, "it adds a no, or takes one away")]
    [InlineData("We let people in from 6.30 pm, [link] tells how. " + Link, "it adds letters or marks that the draft does not have")]
    [InlineData("Мы let people in from 6.30 pm, ahead of the curtain. " + Link, "it adds letters or marks that the draft does not have")]
    [InlineData("Doors open at 6.30 pm, one hour before the curtain. " + Link, "it is nearly a wording that is there")]
    [InlineData(RewordingHouse.Answer, "it is nearly a wording that is there")]
    [InlineData("", "it is empty or too long")]
    public async Task What_adds_to_its_sources_or_nothing_to_the_wordings_is_dropped(string said, string why)
    {
        var letter = await house.AskedAsync();
        house.Says(said);
        Assert.Null(await house.OfferAsync(letter));
        Assert.Equal(why, house.Dropped);
    }

    [Fact]
    public async Task A_time_that_somebody_asks_about_is_no_fact()
    {
        var letter = await house.AskedAsync("@HarbourTheatre when do the doors open, at 5?");
        house.Says("We open up at 5 and the curtain goes up an hour later. " + Link);
        Assert.Null(await house.OfferAsync(letter));
        Assert.Equal("it adds a number", house.Dropped);
    }

    [Fact]
    public async Task A_rewording_over_length_is_dropped()
    {
        var letter = await house.ThankedAsync();
        house.Says(string.Concat(Enumerable.Repeat("how kind of you to say so, ", 12)));
        Assert.Null(await house.OfferAsync(letter));
        Assert.Equal("it is empty or too long", house.Dropped);
    }

    [Fact]
    public async Task A_rewording_that_breaks_off_is_dropped()
    {
        var letter = await house.ThankedAsync();
        house.Says("how kind of you to say so, it was a joy to", finish: "length");
        Assert.Null(await house.OfferAsync(letter));
        Assert.Equal("it breaks off", house.Dropped);
    }

    [Fact]
    public async Task A_rewording_that_reads_like_an_advert_is_dropped()
    {
        var letter = await house.ThankedAsync();
        house.Says("thank you, now book the best show ever, hurry, buy your tickets, unforgettable, spectacular, get yours before they are gone!!!");
        Assert.Null(await house.OfferAsync(letter));
        Assert.Equal("it reads like an advert", house.Dropped);
    }

    [Fact]
    public async Task A_complaint_is_not_answered_with_an_exclamation_mark()
    {
        var letter = await house.AskedAsync("@HarbourTheatre the staff were rude and the seats filthy, this was the worst evening, I am very disappointed");
        Assert.Equal(EngageBot.Model.Intent.Complaint, letter.Mention.Understanding.Intent);
        house.Says("That should have gone better for you, and I am sorry! What happened?");
        Assert.Null(await house.OfferAsync(letter));
        Assert.Equal("it raises its voice at a complaint", house.Dropped);
    }
}
