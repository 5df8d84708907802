using EngageBot.Language;
using Xunit;

namespace EngageBot.Tests.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Doors at 7.30?", "doors at 7.30 ?")]
    [InlineData("It’s SOOOO good", "it's so good")]
    [InlineData("@Nora_V #GhostLight 🎭", "nora_v ghostlight 🎭")]
    [InlineData("see https://a.org/b, ok", "see https://a.org/b , ok")]
    [InlineData("l'été à Paris", "l'été à paris")]
    [InlineData("w\u200Bh\u200Bat", "what")]
    [InlineData("'quoted' words", "quoted words")]
    public void A_post_is_cut_into_the_pieces_that_mean_something(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokenizer.Split(text).Select(token => token.Text)));

    [Fact]
    public void Each_piece_knows_where_it_stood()
    {
        const string text = "so, what's “up” @sam?";
        Assert.Equal("what's", text[Tokenizer.Split(text)[2].Start..Tokenizer.Split(text)[2].End]);
    }
}
