using EngageBot.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Language.Encoder;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    [InlineData("@theatre", "")]
    [InlineData("@theatre @other https://t.co/x", "")]
    [InlineData("@theatre When do  you\nopen?", "When do you open?")]
    [InlineData("Loved it (via @friend) https://example.org/a?b=c", "Loved it (via )")]
    [InlineData("one https://t.co/x two", "one two")]
    [InlineData("SO good #lowwater 👏", "SO good #lowwater 👏")]
    [InlineData("write to box@theatre please", "write to box please")]
    public void Links_handles_and_spare_blanks_go_and_words_stay(string text, string plain) => Assert.Equal(plain, PlainWords.Of(text));

    [Fact]
    public void Broken_letters_stay_as_they_are() => Assert.Equal("a \uD83C b", PlainWords.Of("a  \uD83C b"));
}
