using EngageBot.Desk.Verbs;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class FuzzyTests
{
    private static readonly string[] Names = ["Approve", "Let be", "Library", "Snooze", "Snoozed", "Answered elsewhere", "Keys", "How it reads"];

    [Theory]
    [InlineData("lb", "Let be")]
    [InlineData("LIB", "Library")]
    [InlineData("snooze", "Snooze")]
    [InlineData("an else", "Answered elsewhere")]
    [InlineData("hir", "How it reads")]
    [InlineData("ys", "Keys")]
    public void A_few_letters_find_the_name(string typed, string name) =>
        Assert.Equal(name, Names.Where(each => Fuzzy.Score(typed, each) is not null).MaxBy(each => Fuzzy.Score(typed, each)));

    [Theory]
    [InlineData("xq")]
    [InlineData("evorppa")]
    public void Letters_in_another_order_find_nothing(string typed) => Assert.DoesNotContain(Names, name => Fuzzy.Score(typed, name) is not null);
}
