using EngageBot.Networks.X;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class SameWordsTests
{
    [Theory]
    [InlineData("Thanks a lot!", "Thanks a lot!")]
    [InlineData("Thanks a lot!", "@OtherUser @third Thanks a lot!")]
    [InlineData("@OtherUser Thanks a lot!", "@OtherUser Thanks a lot!")]
    [InlineData("Bread & butter <3", "@a Bread &amp; butter &lt;3")]
    [InlineData("Two\nlines  and blanks ", "Two lines\nand blanks")]
    [InlineData("Cafe\u0301", "Caf\u00e9")]
    [InlineData("See https://example.org/plan?a=1&b=2 please", "@a See https://t.co/AbC123 please")]
    [InlineData("See example.org/plan.", "See https://t.co/AbC123.")]
    [InlineData("(see https://example.org/a), or https://example.org/b", "(see https://t.co/a1), or https://t.co/b2")]
    [InlineData("見てexample.orgです", "見てhttps://t.co/a1です")]
    [InlineData("See example.org", "See https://example.org/")]
    [InlineData("Broken \\ud83d half", "Broken \uFFFD half")]
    public void Published_words_are_known_again(string ours, string published) =>
        Assert.True(SameWords.Are(System.Text.RegularExpressions.Regex.Unescape(ours), published));

    [Theory]
    [InlineData("Thanks a lot!", "Thanks a lot")]
    [InlineData("Thanks a lot!", "")]
    [InlineData("See you there", "See https://t.co/a1 there")]
    [InlineData("See https://example.org/a", "See https://example.org/b")]
    [InlineData("See https://example.org/a now", "See https://t.co/a1")]
    [InlineData("Thanks @friend", "Thanks")]
    [InlineData("thanks", "Thanks")]
    public void Other_words_are_not_taken_for_ours(string ours, string published) => Assert.False(SameWords.Are(ours, published));
}
