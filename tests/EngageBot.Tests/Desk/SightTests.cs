using EngageBot.Desk.Queue;
using Xunit;

namespace EngageBot.Tests.Desk;

public sealed class SightTests
{
    [Theory]
    [InlineData("questions", "oldest", "de", "HarbourTheatre", "", null)]
    [InlineData("waiting", null, null, null, "Ana & Ben", "from:@x “row d”")]
    [InlineData("answered", "newest", null, null, null, null)]
    public void What_is_looked_at_comes_back_from_its_address(string lane, string? order, string? language, string? account, string? assignee, string? sought)
    {
        var sight = Sight.Of(lane, order, language, account, assignee, sought);
        Assert.Equal(sight, Sight.OfQuery(sight.Query));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lane=nowhere&order=loudest&language=%20")]
    public void An_address_that_says_nothing_of_use_leads_to_what_waits(string query) =>
        Assert.Equal(new Sight(Lane.Waiting), Sight.OfQuery(query));
}
