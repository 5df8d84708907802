using System.Net;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class SearchTests
{
    [Theory]
    [InlineData("bar", "bar phrase")]
    [InlineData("\"the bar\"", "phrase")]
    [InlineData("bar -phrase from:lena", "bar")]
    [InlineData("bar -\"the bar\"", "bar")]
    [InlineData("@Lantern", "bar mention reply")]
    [InlineData("to:omar", "reply")]
    [InlineData("is:reply", "reply")]
    [InlineData("from:omar OR from:pia", "mention phrase reply")]
    [InlineData("(from:omar OR from:pia) -is:reply", "mention phrase")]
    [InlineData("from:nobody", "")]
    public async Task A_query_finds_what_its_operators_say(string query, string expected)
    {
        await using var x = await XOnTrial.StartAsync();
        var names = new Dictionary<string, string>
        {
            [await x.SaysAsync("@lena", "@Lantern is there a bar?")] = "bar",
            [await x.SaysAsync("@pia", "the bar is open")] = "phrase",
            [await x.SaysAsync("@kim", "barely legible")] = "barely",
        };
        var mention = await x.SaysAsync("@omar", "@Lantern bravo");
        names[mention] = "mention";
        names[await x.SaysAsync("@pia", "agreed", replyTo: mention)] = "reply";

        var found = await x.GetAsync($"/2/tweets/search/recent?query={Uri.EscapeDataString(query)}");

        Assert.Equal(expected, string.Join(' ', found.Ids.Select(id => names[id]).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("\"open")]
    [InlineData("(from:lena")]
    [InlineData("nonsense:1")]
    [InlineData("conversation_id:abc")]
    [InlineData("-")]
    [InlineData("")]
    public async Task A_query_that_cannot_be_read_is_refused(string query)
    {
        await using var x = await XOnTrial.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await x.GetAsync($"/2/tweets/search/recent?query={Uri.EscapeDataString(query)}")).Status);
    }

    [Fact]
    public async Task A_conversation_is_walked_to_its_end_by_either_name_of_the_token()
    {
        await using var x = await XOnTrial.StartAsync();
        var root = await x.SaysAsync("@lena", "@Lantern a long talk");
        var ids = new List<string> { root };
        for (var i = 0; i < 24; i++)
            ids.Insert(0, await x.SaysAsync("@omar", $"answer {i}", replyTo: root));
        var path = $"/2/tweets/search/recent?query=conversation_id%3A{root}&max_results=10";
        var first = await x.GetAsync(path);
        await x.SaysAsync("@omar", "one more", replyTo: root);
        var second = await x.GetAsync($"{path}&next_token={first.NextToken}");
        var third = await x.GetAsync($"{path}&pagination_token={second.NextToken}");

        Assert.Equal(ids, [.. first.Ids, .. second.Ids, .. third.Ids]);
        Assert.Null(third.NextToken);
    }

    [Fact]
    public async Task Search_remembers_seven_days()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.SaysAsync("@lena", "ghostlight");
        x.Clock.Advance(TimeSpan.FromDays(8));
        var recent = await x.SaysAsync("@lena", "ghostlight again");

        Assert.Equal([recent], (await x.GetAsync("/2/tweets/search/recent?query=ghostlight")).Ids);
    }
}
