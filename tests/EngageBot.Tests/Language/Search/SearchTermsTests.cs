using EngageBot.Language.Search;
using Xunit;

namespace EngageBot.Tests.Language.Search;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("ticket", "tickets")]
    [InlineData("booking", "booked")]
    [InlineData("closes", "closing")]
    [InlineData("story", "stories")]
    [InlineData("stopped", "stop")]
    [InlineData("theatre's", "theatre")]
    public void Forms_of_a_word_meet(string one, string other) => Assert.Equal(SearchTerms.Stem(one), SearchTerms.Stem(other));

    [Theory]
    [InlineData("glass", "glas")]
    [InlineData("sing", "s")]
    [InlineData("bus", "bu")]
    public void A_word_is_not_cut_to_what_it_never_was(string word, string wrong) => Assert.NotEqual(wrong, SearchTerms.Stem(word));

    [Fact]
    public void Light_words_count_only_where_there_is_nothing_else()
    {
        Assert.Equal(["door", "open"], SearchTerms.Of("when do the doors open?"));
        Assert.Equal(["who", "are", "you"], SearchTerms.Of("who are you?"));
    }
}
