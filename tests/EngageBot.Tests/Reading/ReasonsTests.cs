using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Reading;

/// <summary>Why a mention is read as it is, so that a colleague nods.</summary>
public sealed class ReasonsTests
{
    [Theory]
    [InlineData("@harbourtheatre what time do the doors open on Friday?", "asks “what time do the doors open on Friday?”")]
    [InlineData("@harbourtheatre loved it. How do I book for next week?", "asks “How do I book for next week?”")]
    [InlineData("@harbourtheatre how do you make the fog stay so low", "wonders “how do you make the fog stay so low”")]
    [InlineData("@harbourtheatre we came from Leeds, thank you so much! See you soon", "says thank you: “thank you so much”")]
    [InlineData("@harbourtheatre can't wait for Saturday", "looks forward: “can't wait for Saturday”")]
    [InlineData("@harbourtheatre you should put a piano in the foyer", "has a thought for you: “you should put a piano in the foyer”")]
    [InlineData("@harbourtheatre Vielen Dank, es war ein Abend für uns alle", "says thank you: “Vielen Dank”")]
    [InlineData("RT @harbourtheatre: one week left", "repeats a post of yours")]
    public void The_strongest_reason_comes_in_the_followers_own_words(string text, string reason) => Assert.Equal(reason, Mentions.Read(text).Reasons[0]);

    [Fact]
    public void Whoever_leans_on_a_key_is_quoted_in_short() =>
        Assert.InRange(Mentions.Read("@harbourtheatre thank you " + new string('w', 10_000)).Reasons[0].Length, 20, 200);

    [Fact]
    public void A_complaint_is_told_by_what_went_wrong()
    {
        var understanding = Mentions.Read("@harbourtheatre nice evening out. We queued 40 minutes and then the card machine was broken. Hm.");
        Assert.Equal(Intent.Complaint, understanding.Intent);
        Assert.Equal("tells what went wrong: “We queued 40 minutes and then the card machine was broken”", understanding.Reasons[0]);
    }

    [Fact]
    public void A_long_sentence_is_quoted_around_what_it_is_quoted_for()
    {
        var reason = Mentions.Read(
            "@harbourtheatre when we came back from the interval with the whole class the lift was out of order and so was the ramp by the side door").Reasons[0];
        Assert.Contains("out of order", reason, StringComparison.Ordinal);
        Assert.Contains("…", reason, StringComparison.Ordinal);
        Assert.InRange(reason.Split(' ').Length, 5, 20);
    }

    [Theory]
    [InlineData("@harbourtheatre what a voice! thank you! loved the set. amazing light. bravo! the best night. wow")]
    [InlineData("@harbourtheatre the lift is broken. the bar is filthy. your staff are rude. never again. no refund")]
    [InlineData("@harbourtheatre what time is it on? how much is it? where do I park? is there a bar?")]
    [InlineData("@harbourtheatre well then, that is that, I suppose, or so they say")]
    public void Two_reasons_are_enough(string text) => Assert.InRange(Mentions.Read(text).Reasons.Count, 1, 2);

    [Fact]
    public void Where_no_words_stand_out_it_says_that_it_goes_by_the_whole()
    {
        var understanding = Mentions.Read("@harbourtheatre the running order for Saturday if you have it");
        Assert.Equal((Intent.Question, "reads like other questions people asked"), (understanding.Intent, Assert.Single(understanding.Reasons)));
    }

    [Theory]
    [InlineData("@harbourtheatre loved the show https://pic.example.org/a1 @sam")]
    [InlineData("@harbourtheatre thank you @sam")]
    public void Links_and_names_are_not_quoted(string text) =>
        Assert.All(Mentions.Read(text).Reasons, reason => Assert.DoesNotMatch("@|https", reason));
}
