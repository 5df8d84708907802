using EngageBot.Language.Search;
using EngageBot.Tests.Language.Encoder;
using Xunit;

namespace EngageBot.Tests.Language.Search;

public sealed class SearchIndexTests
{
    private static readonly SearchEntry[] Bakery =
    [
        new("opening", ["When are you open?", "What are your opening hours?"], "Seven to six, Sundays from eight."),
        new("gluten", ["Do you bake without gluten?"], "Our buckwheat loaf has none. It leaves the oven on Thursdays."),
        new("wedding", ["Can I order a wedding cake?", "How early must I order a cake for a party?"], "Yes, six weeks ahead."),
        new("starter", ["Do you give away sourdough starter?"], "Bring a jar, and we fill it."),
        new("dogs", ["May dogs come in?"], "They wait at the hook by the door."),
        new("classes", ["Do you teach baking?", "Is there a bread course?"], "One Saturday a month, four hours."),
        new("delivery", ["Do you deliver to the house?"], "By bicycle, within the old town."),
        new("parking", ["Where can I park?"], "Behind the church."),
        new("leftover", ["What happens to the bread you did not sell?"], "The shelter fetches it at seven."),
        new("coffee", ["Do you serve coffee?"], "Filter and espresso, oat milk too."),
    ];

    private static readonly SearchIndex ByMeaning = new(Bakery, Encoders.Widest);
    private static readonly SearchIndex ByLetters = new(Bakery);

    [Theory]
    [InlineData("at what hour do you open on a weekday?", "opening")]
    [InlineData("is any of your bread gluten free", "gluten")]
    [InlineData("we get married in june, could you make the cake?", "wedding")]
    [InlineData("is there somewhere to leave the car", "parking")]
    [InlineData("can you bring it to my home?", "delivery")]
    [InlineData("could I have some of your sour dough starter?", "starter")]
    [InlineData("I'd love to learn how to bake bread, is there a course", "classes")]
    [InlineData("may my dog come in with me?", "dogs")]
    public void A_paraphrase_finds_the_answer(string question, string id) =>
        Assert.Equal(id, Bakery[ByMeaning.Search(question, 3)[0].Place].Id);

    [Theory]
    [InlineData("do you delivr to houses?", "delivery")]
    [InlineData("weding cakes??", "wedding")]
    [InlineData("the OPENING hours pls", "opening")]
    public void Letters_alone_bear_misspellings_and_other_forms_of_a_word(string question, string id) =>
        Assert.Equal(id, Bakery[ByLetters.Search(question, 3)[0].Place].Id);

    [Fact]
    public void Each_phrasing_surely_finds_its_own_entry()
    {
        foreach (var index in new[] { ByMeaning, ByLetters })
            foreach (var (phrasing, id) in Bakery.SelectMany(entry => entry.Phrasings.Select(phrasing => (phrasing, entry.Id))))
            {
                var best = index.Search(phrasing, 1)[0];
                Assert.Equal(id, Bakery[best.Place].Id);
                Assert.True(best.Score >= SearchIndex.Sure, $"{phrasing} {best.Score}");
            }
    }

    [Theory]
    [InlineData("who painted the ceiling of the town hall?")]
    [InlineData("what is the capital of Portugal")]
    [InlineData("is the mayor going to resign")]
    [InlineData("qwrt zxcvb plmk")]
    [InlineData("tuna")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("😀😀😀")]
    [InlineData("@somebody https://example.org")]
    [InlineData("\uD800 \uDFFF")]
    public void What_nobody_foresaw_surely_finds_nothing(string question)
    {
        Assert.DoesNotContain(ByMeaning.Search(question, 3), hit => hit.Score >= SearchIndex.Sure);
        Assert.DoesNotContain(ByLetters.Search(question, 3), hit => hit.Score >= SearchIndex.Sure);
    }

    [Fact]
    public void Hits_come_best_first_and_no_more_than_wanted()
    {
        var hits = ByMeaning.Search("do you serve bread with your coffee, and may I order a cake?", 4);
        Assert.Equal(4, hits.Count);
        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
        Assert.All(hits, hit => Assert.InRange(hit.Score, 0, 1));
    }

    [Fact]
    public void What_may_not_be_found_is_not_found()
    {
        var dogs = Array.FindIndex(Bakery, entry => entry.Id == "dogs");
        Assert.DoesNotContain(ByMeaning.Search("may dogs come in?", 10, place => place != dogs), hit => hit.Place == dogs);
    }

    [Fact]
    public void Vectors_made_before_or_when_needed_give_the_same_hits()
    {
        var (cold, warm) = (new SearchIndex(Bakery, Encoders.Widest), new SearchIndex(Bakery, Encoders.Widest));
        warm.WarmUp(CancellationToken.None);
        Assert.Equal(warm.Search("is there a bread course for children?", 5), cold.Search("is there a bread course for children?", 5));
    }

    [Fact]
    public void Many_may_ask_at_once()
    {
        var index = new SearchIndex(Bakery, Encoders.Widest);
        var alone = Bakery.Select(entry => index.Search(entry.Phrasings[0], 3)).ToArray();
        Parallel.For(0, 200, number => Assert.Equal(alone[number % Bakery.Length], index.Search(Bakery[number % Bakery.Length].Phrasings[0], 3)));
    }

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(new SearchIndex([]).Search("anybody there?", 3));

    [Fact]
    public void A_single_entry_is_found_by_its_question_and_not_by_another()
    {
        var index = new SearchIndex([Bakery[0]]);
        Assert.True(index.Search("when are you open?", 1)[0].Score >= SearchIndex.Sure);
        Assert.DoesNotContain(index.Search("who are you voting for?", 1), hit => hit.Score >= SearchIndex.Sure);
    }
}
