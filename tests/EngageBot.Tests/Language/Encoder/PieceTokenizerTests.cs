using System.Text;
using EngageBot.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Language.Encoder;

public sealed class PieceTokenizerTests
{
    private readonly SentenceEncoder encoder = Encoders.Widest;

    [Fact]
    public void Every_text_falls_into_the_pieces_of_the_original() =>
        Assert.All(EncoderReference.All, reference => Assert.Equal(reference.Pieces, encoder.PiecesOf(reference.Text)));

    [Fact]
    public void An_empty_text_has_no_pieces() => Assert.Empty(encoder.PiecesOf(""));

    [Fact]
    public void A_row_of_emoji_is_one_unknown_piece() => Assert.Equal(encoder.PiecesOf("🎭"), encoder.PiecesOf("🎭🎟️🐻‍❄️🎭"));

    [Fact]
    public void Letters_of_another_width_are_the_same_letters() =>
        Assert.Equal(encoder.PiecesOf("Tickets"), encoder.PiecesOf("Ｔｉｃｋｅｔｓ"));

    [Fact]
    public void Half_a_letter_counts_as_the_sign_for_a_broken_one() =>
        Assert.Equal(encoder.PiecesOf("broken \uFFFD letter"), encoder.PiecesOf("broken \uD83C letter"));

    [Theory]
    [InlineData("e\u0301t\u0323\u0301 caf\u0065\u0301")]
    [InlineData("\u1112\u1161\u11AB \uAC00\u11A8")]
    [InlineData("½ ﬀ Ⅷ ㎏ ㍿ … \u00A0 ﾊﾟ")]
    [InlineData("𝓑𝓻𝓪𝓿𝓸 🅱🆗 𝟙")]
    [InlineData("\u00A8 \u1FBE \u2126 \uFDFA \u3000")]
    public void Letters_are_brought_to_one_form_as_the_runtime_does(string text) =>
        Assert.Equal(encoder.PiecesOf(text.Normalize(NormalizationForm.FormKC)), encoder.PiecesOf(text));

    [Fact]
    public void Each_letter_alone_is_brought_to_its_form()
    {
        var wrong =
            from letter in Enumerable.Range(1, char.MaxValue).Select(number => (char)number)
            where !char.IsSurrogate(letter) && letter != '\uFFFF' && letter != '\uFFFE'
            where !encoder.PiecesOf($"a{letter}b").SequenceEqual(encoder.PiecesOf($"a{letter}b".Normalize(NormalizationForm.FormKC)))
            select (int)letter;
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_text_that_grows_while_it_is_normalized_is_read_whole()
    {
        var ligatures = string.Concat(Enumerable.Repeat("ﷺ ", 300));
        Assert.Equal(encoder.PiecesOf(ligatures.Normalize(NormalizationForm.FormKC)), encoder.PiecesOf(ligatures));
    }
}
