using EngageBot.Model;
using EngageBot.Networks;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 11, 30, 15, 750, TimeSpan.Zero);

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task Our_own_posts_are_read_to_the_last_page(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(200, """{"data":[{"id":"9","text":"c","referenced_posts":[{"type":"replied_to","id":"5"}]},{"id":"8","text":"b"}],"meta":{"next_token":"p2"}}""");
        bot.Server.Answers(200, """{"data":[{"id":"7","text":"a"}],"meta":{}}""");

        var posts = Assert.IsType<ReadOutcome<IReadOnlyList<Post>>.Read>(await bot.Network.OwnPostsSinceAsync(XBot.Account, Since, default)).Value;

        Assert.Equal(["9", "8", "7"], posts.Select(post => post.Id));
        Assert.Equal(("5", "playhouse"), (posts[0].InReplyTo, posts[0].Author.Handle));
        Assert.Equal([null, "p2"], bot.Server.Requests.Select(seen => seen["pagination_token"]));
        Assert.All(bot.Server.Requests, seen => Assert.Equal(("/2/users/42/tweets", "2026-11-20T11:30:15Z"), (seen.Path, seen["start_time"])));
    }

    [Fact]
    public async Task Trouble_on_a_later_page_is_trouble_for_the_whole()
    {
        await using var bot = await XBot.StartAsync();
        bot.Server.Answers(200, """{"data":[{"id":"9","text":"c"}],"meta":{"next_token":"p2"}}""");
        bot.Server.Answers(402, "");

        Assert.IsType<ReadOutcome<IReadOnlyList<Post>>.Halted>(await bot.Network.OwnPostsSinceAsync(XBot.Account, Since, default));
    }

    [Theory]
    [ClassData(typeof(Transports))]
    public async Task What_X_says_is_gone_is_gone_and_nothing_else(string transport)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(200, """
            {"data":[{"id":"1","text":"a"}],"errors":[
            {"value":"2","title":"Not Found Error","parameter":"ids","resource_id":"2","type":"https://api.twitter.com/2/problems/resource-not-found"},
            {"value":"3","title":"Authorization Error","parameter":"ids","type":"https://api.x.com/2/problems/not-authorized-for-resource"},
            {"value":"4","title":"Hydration","parameter":"ids","type":"https://api.x.com/2/problems/field-hydration-failure"}]}
            """);

        Assert.Equal(["1", "4", "5"], await ThereAsync(bot, ["1", "2", "3", "4", "5"]));
    }

    [Fact]
    public async Task Any_number_of_posts_is_asked_for_a_hundred_at_a_time()
    {
        await using var bot = await XBot.StartAsync();
        for (var calls = 0; calls < 3; calls++)
            bot.Server.Answers(200, """{"errors":[{"resource_id":"150","type":"https://api.x.com/2/problems/resource-not-found"}]}""");

        var there = await ThereAsync(bot, [.. Enumerable.Range(1, 250).Select(id => $"{id}"), "no-id"]);

        Assert.Equal(249, there.Count());
        Assert.Equal([100, 100, 50], bot.Server.Requests.Select(seen => seen["ids"]!.Split(',').Length));
    }

    [Fact]
    public async Task Nothing_asked_costs_nothing()
    {
        await using var bot = await XBot.StartAsync();

        Assert.Empty(await ThereAsync(bot, []));
        Assert.Empty(bot.Server.Requests);
    }

    [Fact]
    public async Task Each_account_is_asked_for_once()
    {
        await using var bot = await XBot.StartAsync(settings: new()
        {
            ["X:ConsumerKey"] = "app",
            ["X:ConsumerSecret"] = "s",
            ["X:Accounts:0:AccessToken"] = "1-a",
            ["X:Accounts:0:AccessTokenSecret"] = "s",
            ["X:Accounts:1:AccessToken"] = "2-b",
            ["X:Accounts:1:AccessTokenSecret"] = "s",
        }, knowsItself: false);
        bot.Server.Answers(401, "");
        bot.Server.Answers(200, """{"data":{"id":"2","username":"second"}}""");
        bot.Server.Answers(200, """{"data":{"id":"1","username":"first"}}""");

        var once = await bot.Network.OwnAccountsAsync(default);
        var again = await bot.Network.OwnAccountsAsync(default);

        Assert.IsType<ReadOutcome<Person>.Halted>(once[0]);
        Assert.Equal(["first", "second"], again.Select(outcome => Assert.IsType<ReadOutcome<Person>.Read>(outcome).Value.Handle));
        Assert.Equal(["1-a", "2-b", "1-a"], bot.Server.Requests.Select(seen => Signatures.Parts(seen.Authorization)["oauth_token"]));
    }

    private static async Task<IEnumerable<string>> ThereAsync(XBot bot, IReadOnlyCollection<string> ids) =>
        Assert.IsType<ReadOutcome<IReadOnlySet<string>>.Read>(await bot.Network.StillThereAsync(XBot.Account, ids, default)).Value.Order();
}
