using EngageBot.Language;
using Xunit;

namespace EngageBot.Tests.Language;

public sealed class WeightedTextTests
{
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";

    [Theory]
    [InlineData("See you at the bar", 18)]
    [InlineData("caf\u00E9", 4)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("“Kiek” – ‘da’", 13)]
    [InlineData("港の劇場", 8)]
    [InlineData("до встречи", 10)]
    [InlineData("a\u200Bb", 3)]
    public void Characters_weigh_one_or_two_after_they_are_composed(string text, int length) =>
        Assert.Equal(length, WeightedText.Length(text));

    [Theory]
    [InlineData("\U0001F3AD")]
    [InlineData("\u263A")]
    [InlineData("\u2764\uFE0F")]
    [InlineData("\U0001F44F\U0001F3FD")]
    [InlineData(Family)]
    [InlineData("\U0001F469\U0001F3FE\u200D\U0001F3A4")]
    [InlineData("\U0001F1F3\U0001F1F1")]
    [InlineData("4\uFE0F\u20E3")]
    [InlineData("\u00A9\uFE0F")]
    [InlineData("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    public void An_emoji_weighs_two_whatever_it_is_made_of(string emoji) =>
        Assert.Equal(5, WeightedText.Length($"a {emoji}b"));

    [Theory]
    [InlineData("4", 1)]
    [InlineData("\u00A9", 1)]
    [InlineData("\U0001F1F3", 2)]
    [InlineData("\u2764\uFE0E", 4)]
    [InlineData("\U0001F3AD\u200D", 3)]
    public void What_only_resembles_an_emoji_is_counted_by_its_characters(string text, int length) =>
        Assert.Equal(length, WeightedText.Length(text));

    [Theory]
    [InlineData("https://harbour.theatre/plays/the-long-tide?from=x#cast", 23)]
    [InlineData("http://a.nl", 23)]
    [InlineData("harbour.theatre", 23)]
    [InlineData("(harbour.theatre/map)", 25)]
    [InlineData("harbour.theatre.", 24)]
    [InlineData("h\u00E1rbour.com", 23)]
    [InlineData("bea@harbour.theatre", 19)]
    [InlineData("the hall.Then the bar", 21)]
    [InlineData("notes.txt and mix.mp3", 21)]
    [InlineData("@harbour.theatre", 16)]
    [InlineData("#harbour.theatre", 16)]
    public void A_link_weighs_23_with_or_without_its_scheme(string text, int length) =>
        Assert.Equal(length, WeightedText.Length(text));

    [Fact]
    public void Exactly_280_may_be_posted_and_281_not()
    {
        Assert.True(WeightedText.IsValid(new string('a', 280)));
        Assert.False(WeightedText.IsValid(new string('a', 281)));
        Assert.True(WeightedText.IsValid(new string('港', 140)));
        Assert.False(WeightedText.IsValid(new string('港', 140) + "."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("half \uFFFE")]
    [InlineData("a mark \uFEFFinside")]
    [InlineData("half \uFFFF")]
    public void Nothing_and_forbidden_characters_may_not_be_posted(string text) => Assert.False(WeightedText.IsValid(text));

    [Fact]
    public void Broken_and_huge_text_has_a_length_too()
    {
        Assert.Equal(5, WeightedText.Length("\uD83Da\uFFFF"));
        Assert.Equal(20_000, WeightedText.Length(new string('\uD800', 10_000)));
        Assert.Equal(2_000, WeightedText.Length(string.Concat(Enumerable.Repeat(Family, 1_000))));
        Assert.Equal(15_000, WeightedText.Length(string.Concat(Enumerable.Repeat("あ.", 5_000))));
    }
}
