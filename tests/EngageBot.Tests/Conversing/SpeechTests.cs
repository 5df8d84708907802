using EngageBot.Conversing;
using EngageBot.Tests.Drafting;
using Xunit;

namespace EngageBot.Tests.Conversing;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("We'll find out and tell you here.")]
    [InlineData("Let me ask the workshop. I'll let you know, promise: we will look into it.")]
    [InlineData("Good point, we'll ask Bea and come back to you.")]
    [InlineData("Wir fragen nach und melden uns.")]
    [InlineData("On se renseigne et on vous répond ici.")]
    [InlineData("Preguntamos y os contestamos aquí.")]
    [InlineData("We zoeken het uit en laten het je weten.")]
    [InlineData("Ci informiamo e vi diciamo.")]
    [InlineData("Vamos perguntar e respondemos aqui.")]
    public void A_promise_is_heard(string text) => Assert.True(Speech.Promises(text));

    [Theory]
    [InlineData("Doors open at seven, the bar at half past five.")]
    [InlineData("Please send us the date in a message, and Bea will look into it herself.")]
    [InlineData("Which moment stayed with you? Let us know.")]
    [InlineData("Der Einlass beginnt um sieben.")]
    [InlineData("Ha, we'll hold you to that.")]
    public void What_owes_nothing_is_no_promise(string text) => Assert.False(Speech.Promises(text));

    [Fact]
    public void Whatever_the_library_says_to_what_it_does_not_know_is_a_promise_or_asks_for_more()
    {
        var silent =
            from template in ShippedHouse.Library.Replies
            where template.For is "unanswered" or "untold"
            from form in template.Forms
            let text = form.Render(new Dictionary<string, object> { ["show"] = "Low Water", ["follow_up"] = false })
            where !Speech.Promises(text) && !Speech.Asks(text) && !text.Contains("message", StringComparison.Ordinal)
            select $"{template.Id}: {text}";
        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("Evening Nora, good to hear from you.", true)]
    [InlineData("Bonsoir, merci.", true)]
    [InlineData("We said good evening to the lamp.", false)]
    public void A_greeting_stands_at_the_front(string text, bool greets) => Assert.Equal(greets, Speech.Greets(text));

    [Fact]
    public void The_last_question_is_what_was_asked() =>
        Assert.Equal("which moment was it", Speech.QuestionIn("So glad. Really? Which moment was it? Tell us."));
}
