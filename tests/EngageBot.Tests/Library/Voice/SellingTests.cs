using EngageBot.Library.Voice;
using Xunit;

namespace EngageBot.Tests.Library.Voice;

public sealed class SellingTests
{
    [Theory]
    [InlineData("Lovely! Book now for the autumn.", "call", "Book now")]
    [InlineData("So glad. Half price all week.", "deal", "Half price")]
    [InlineData("They sit in a jar, £12 each.", "price", "12")]
    [InlineData("Last chance, the final week begins.", "urgency", "Last chance")]
    [InlineData("It is a world-class evening.", "praise", "world-class")]
    [InlineData("Have a look at https://harbour.example.com/all", "link", "https://harbour.example.com/all")]
    [InlineData("What a night #theatre #art #fun", "hashtags", "#art")]
    [InlineData("We are so happy!!", "shouting", "!!")]
    [InlineData("That was GREAT fun", "shouting", "GREAT")]
    [InlineData("Thanks for reaching out.", "stock", "Thanks for reaching out")]
    [InlineData("We did it, our team, and we are glad.", "we", "")]
    [InlineData("Jetzt Karten sichern.", "call", "Jetzt Karten sichern")]
    [InlineData("Nur noch wenige Plätze.", "urgency", "Nur noch wenige Plätze")]
    [InlineData("Vielen Dank für Ihr Feedback.", "stock", "Vielen Dank für Ihr Feedback")]
    public void What_reads_like_an_advert_is_named_with_its_words(string reply, string rule, string words)
    {
        var finding = Ear.Hear(reply).Findings.First(finding => finding.Rule.Key == rule);
        Assert.True(finding.Points < 0);
        Assert.Equal(words, reply.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [InlineData("Book now, and save 20% before Sunday!")]
    [InlineData("Don't miss our award-winning show, tickets selling fast!")]
    [InlineData("Sichern Sie sich jetzt Karten mit 20 % Rabatt.")]
    [InlineData("Ne manquez pas notre offre exceptionnelle, réservez vite !")]
    public void An_advert_does_not_pass(string reply) => Assert.NotEqual(LintVerdict.Ok, Ear.Hear(reply).Verdict);

    [Theory]
    [InlineData("No hole, we promise. It's a pipe that Mo drilled himself. Does your kid want to see it?")]
    [InlineData("The best book on it is Orde's. Our librarian cried over chapter nine.")]
    [InlineData("Das war Herr Wiese. Ich richte es ihm aus.")]
    [InlineData("")]
    [InlineData("🎭")]
    public void What_a_person_says_passes(string reply) => Assert.Equal(LintVerdict.Ok, Ear.Hear(reply).Verdict);

    [Theory]
    [InlineData("how much is a seat?", "£14 in the gallery.")]
    [InlineData("Was kosten die Karten?", "Von 12 bis 38 Euro.")]
    [InlineData("where can I book?", "Here: https://harbour.example.com/book")]
    [InlineData("do you do a student discount", "Half price with a card.")]
    public void What_was_asked_for_costs_nothing(string mention, string reply)
    {
        Assert.DoesNotContain(Ear.Hear(reply, mention).Findings, finding => finding.Points < 0);
        Assert.Contains(Ear.Hear(reply, "what a night").Findings, finding => finding.Points < 0);
    }

    [Fact]
    public void An_answer_that_goes_on_to_sell_is_still_an_advert() =>
        Assert.NotEqual(LintVerdict.Ok, Ear.Hear("Two hours! Book now with code SHOW10 and save 10%.", "how long is the show").Verdict);

    [Fact]
    public void Kindness_does_not_outweigh_selling() =>
        Assert.NotEqual(LintVerdict.Ok, Ear.Hear("Nora, what a lovely thing. Which scene did you like? Book now. – Bea", "loved the scene", author: "Nora Bell").Verdict);

    [Fact]
    public void A_warning_says_in_one_line_what_it_reads_like() =>
        Assert.Equal("reads like an advert: “Book now”", Ear.Hear("Book now.").Headline);
}
