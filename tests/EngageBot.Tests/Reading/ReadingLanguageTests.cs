using Xunit;

namespace EngageBot.Tests.Reading;

public sealed class ReadingLanguageTests
{
    [Theory]
    [InlineData("en", "@harbourtheatre is there an interval in the play?")]
    [InlineData("de", "@harbourtheatre Wann beginnt die Vorstellung heute Abend?")]
    [InlineData("fr", "@harbourtheatre merci pour cette soirée, c'était magnifique")]
    [InlineData("es", "@harbourtheatre ¿hay entradas para la función de mañana?")]
    [InlineData("nl", "@harbourtheatre het was een prachtige avond, dank jullie wel")]
    [InlineData("it", "@harbourtheatre grazie, è stata una serata bellissima")]
    [InlineData("pt", "@harbourtheatre obrigado, foi uma noite muito bonita")]
    public void The_language_shows_in_the_small_words(string language, string text) => Assert.Equal(language, Mentions.Read(text).Language);

    [Theory]
    [InlineData("pl", "@harbourtheatre dziękuję za piękny wieczór")]
    [InlineData("ja", "@harbourtheatre とても良かったです")]
    public void The_network_is_believed_for_languages_that_we_do_not_know(string hint, string text) =>
        Assert.Equal(hint, Mentions.Read(text, hint).Language);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("qme-x")]
    public void Without_any_sign_the_language_stays_open(string? hint) => Assert.Equal("und", Mentions.Read("@harbourtheatre 🎭🎭", hint).Language);

    [Fact]
    public void A_wrong_hint_does_not_outweigh_what_is_written() =>
        Assert.Equal("en", Mentions.Read("@harbourtheatre what time does the show start and how long is it?", "de").Language);
}
