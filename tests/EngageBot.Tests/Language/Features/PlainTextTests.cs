using EngageBot.Language.Features;
using Xunit;

namespace EngageBot.Tests.Language.Features;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("@a  Look\n HERE https://x.example/a?b", "_user_ look here _url_")]
    [InlineData("Oh __company__ again", "oh _user_ again")]
    [InlineData("mail me@home.example", "mail me@home.example")]
    [InlineData("“https://x.example/1” said", "“_url_” said")]
    [InlineData("", "")]
    public void Links_and_handles_are_replaced_for_the_heads(string text, string plain) => Assert.Equal(plain, PlainText.ForGrams(text));

    [Fact]
    public void Case_stays_and_names_go_for_the_encoder() =>
        Assert.Equal("Look HERE", PlainText.ForEncoder("@a Look HERE https://x.example"));

    [Fact]
    public void Long_texts_are_cut_so_that_time_stays_bounded() =>
        Assert.Equal(PlainText.Longest, PlainText.ForGrams(new string('a', 10_000)).Length);

    [Fact]
    public void Features_do_not_depend_on_what_was_read_before()
    {
        var (fresh, used) = (new GramBag(), new GramBag());
        GramReader.Read(string.Join(' ', Enumerable.Range(0, 900).Select(number => $"word{number}")), used);
        used.Clear();
        GramReader.Read("hello there ?", used);
        GramReader.Read("hello there ?", fresh);
        Assert.Equal(Features(fresh), Features(used));
    }

    private static IEnumerable<(int, int)> Features(GramBag bag) => Enumerable.Range(0, bag.Count).Select(index => bag[index]).Order();
}
