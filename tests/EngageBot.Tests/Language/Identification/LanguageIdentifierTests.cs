using EngageBot.Language.Identification;
using Xunit;

namespace EngageBot.Tests.Language.Identification;

public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier Identifier = LanguageIdentifier.Shipped;

    [Theory]
    [InlineData("en", "@harbourtheatre is there an interval tonight? https://t.co/a1b2 #theatre")]
    [InlineData("es", "@harbourtheatre ¿quedan entradas para mañana?")]
    [InlineData("ja", "@harbourtheatre 昨日の公演、最高でした!")]
    [InlineData("pt", "@harbourtheatre vocês abrem amanhã à tarde?")]
    [InlineData("fr", "@harbourtheatre c'était magnifique hier soir, merci")]
    [InlineData("de", "@harbourtheatre gibt es heute Abend noch Karten?")]
    [InlineData("tr", "@harbourtheatre bu akşam için bilet kaldı mı?")]
    [InlineData("ar", "@harbourtheatre شكرا على العرض الجميل")]
    [InlineData("it", "@harbourtheatre che bella serata, grazie a tutti")]
    [InlineData("nl", "@harbourtheatre wat een mooie avond was dat zeg")]
    [InlineData("pl", "@harbourtheatre dziękuję za piękny wieczór")]
    [InlineData("uk", "@harbourtheatre дякую за чудовий вечір, це було щось")]
    [InlineData("zh", "@harbourtheatre 昨晚的演出太精彩了")]
    [InlineData("ko", "@harbourtheatre 어제 공연 정말 좋았어요")]
    public void A_short_mention_shows_its_language(string language, string text) => Assert.Equal(language, Identifier.LanguageOf(text));

    [Theory]
    [InlineData("@harbourtheatre wet week in Hull, is we in?")]
    [InlineData("@harbourtheatre what is in the bar?")]
    [InlineData("So good! @harbourtheatre")]
    [InlineData("RT @anna: love the new poster @harbourtheatre http://t.co/x1 #nlp #berlin")]
    public void English_is_not_taken_for_its_neighbours(string text) => Assert.Matches("en|und", Identifier.LanguageOf(text));

    [Theory]
    [InlineData("")]
    [InlineData("@harbourtheatre @anna")]
    [InlineData("https://example.org/der-die-das-und")]
    [InlineData("🎭🎭 !!! 2026")]
    [InlineData("\uD83D \uDC00")]
    [InlineData("hm")]
    public void What_says_nothing_stays_open(string text) => Assert.Equal("und", Identifier.LanguageOf(text));

    [Theory]
    [InlineData("in", "id")]
    [InlineData("iw", "he")]
    [InlineData("no", "nb")]
    public void Where_nothing_tells_the_network_is_believed(string hint, string language) => Assert.Equal(language, Identifier.LanguageOf("🎭", hint));

    [Fact]
    public void A_hint_decides_between_sisters_and_nothing_more()
    {
        Assert.Equal("nb", Identifier.LanguageOf("takk for i kveld", "no"));
        Assert.Equal("en", Identifier.LanguageOf("what time does the show start and how long is it?", "de"));
    }

    [Fact]
    public void A_long_text_costs_no_more_than_a_page() =>
        Assert.Equal("en", Identifier.LanguageOf(string.Concat(Enumerable.Repeat("where do we leave our coats? ", 40_000))));
}
