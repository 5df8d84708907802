using EngageBot.Language;
using Xunit;

namespace EngageBot.Tests.Language;

public sealed class WeightedLinksTests
{
    [Theory]
    [InlineData("tickets: https://harbour.theatre/tickets, or the desk", "https://harbour.theatre/tickets")]
    [InlineData("see https://en.wikipedia.org/wiki/Ghost_light_(theatre).", "https://en.wikipedia.org/wiki/Ghost_light_(theatre)")]
    [InlineData("HTTP://Harbour.Theatre:8080/?day=3&seat=12!", "HTTP://Harbour.Theatre:8080/?day=3&seat=12")]
    [InlineData("harbour.theatre或tide.jp港", "harbour.theatre|tide.jp")]
    [InlineData("https://t.co/AbC123's tide", "https://t.co/AbC123")]
    [InlineData("https://sub_domain.tide.org/x https://-tide.org https://tide_.org", "https://sub_domain.tide.org/x")]
    [InlineData("https://m\u00FCnchen.de/spielplan/", "https://m\u00FCnchen.de/spielplan/")]
    [InlineData("write to mo.light@tide.com or $TIDE.CA", "")]
    [InlineData("https://tide and tide.nonsense and 19.30", "")]
    public void Links_are_found_without_the_sentence_around_them(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', WeightedLinks.In(text).Select(link => text[link.Start..link.End])));

    [Fact]
    public void A_host_label_longer_than_63_is_no_link()
    {
        Assert.Single(WeightedLinks.In(new string('a', 63) + ".com"));
        Assert.Empty(WeightedLinks.In(new string('a', 64) + ".com"));
        Assert.Empty(WeightedLinks.In("https://" + new string('港', 70) + ".com"));
    }
}
