using EngageBot.Conversing;
using EngageBot.Model;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class PrecedenceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("is the lift working tonight?", Urgency.Tonight)]
    [InlineData("Are there any seats left for this evening", Urgency.Tonight)]
    [InlineData("gibt es heute Abend noch Karten?", Urgency.Tonight)]
    [InlineData("gibt es heute noch Karten?", Urgency.Today)]
    [InlineData("can we still change seats, we come at 7.30", Urgency.Today)]
    [InlineData("does it really begin at 8pm", Urgency.Today)]
    [InlineData("habt ihr morgen offen?", Urgency.Tomorrow)]
    [InlineData("guten morgen, habt ihr einen Aufzug?", null)]
    [InlineData("did it begin at 9:30am", null)]
    [InlineData("is a ticket really 7.30", null)]
    [InlineData("when does the season begin", null)]
    public void A_question_about_something_near_is_due_before_it_begins(string text, Urgency? why) =>
        Assert.Equal(why, Precedence.Of(Intent.Question, text, Noon, metBefore: false).Why);

    [Theory]
    [InlineData(Intent.Complaint, "I waited an hour", false, Urgency.Care)]
    [InlineData(Intent.Complaint, "the doors are shut and it begins tonight", false, Urgency.Tonight)]
    [InlineData(Intent.Thanks, "tonight was wonderful", false, null)]
    [InlineData(Intent.Thanks, "and again: wonderful", true, Urgency.Returning)]
    [InlineData(Intent.Spam, "cheap tickets tonight", true, null)]
    public void Care_and_people_we_know_have_a_head_start_and_thanks_no_deadline(Intent intent, string text, bool metBefore, Urgency? why) =>
        Assert.Equal(why, Precedence.Of(intent, text, Noon, metBefore).Why);

    [Fact]
    public void When_many_write_at_once_complaints_come_first_and_questions_before_thanks()
    {
        var first = Precedence.Of(Intent.Complaint, "I waited an hour", Noon, metBefore: false).PlaceOf(Noon.AddMinutes(2));
        var second = Precedence.Of(Intent.Question, "when does the season begin", Noon, metBefore: false).PlaceOf(Noon.AddMinutes(1));
        var third = Precedence.Of(Intent.Thanks, "wonderful", Noon, metBefore: false).PlaceOf(Noon);
        Assert.True(first < second && second < third);
    }

    [Fact]
    public void What_has_waited_long_enough_stands_before_what_is_urgent()
    {
        var urgent = Precedence.Of(Intent.Question, "is it on tonight?", Noon, metBefore: false).PlaceOf(Noon);
        Assert.InRange(urgent, Noon.AddHours(-13).ToUnixTimeMilliseconds(), Noon.AddHours(-11).ToUnixTimeMilliseconds());
    }
}
