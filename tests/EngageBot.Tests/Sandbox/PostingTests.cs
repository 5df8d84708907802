using System.Net;
using EngageBot.Sandbox.Api;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class PostingTests
{
    private const string Undefined = "is not defined in the schema and the schema does not allow additional properties";

    [Fact]
    public async Task A_reply_gets_the_prefix_of_X_and_joins_the_conversation()
    {
        await using var x = await XOnTrial.StartAsync();
        var mention = await x.SaysAsync("@lena", "@Lantern is there a bar?");

        var answer = await x.ReplyAsync(mention, "There is, in the foyer.");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("@lena There is, in the foyer.", answer.Data.GetProperty("text").GetString());
        var found = await x.GetAsync($"/2/tweets/search/recent?query=conversation_id%3A{mention}&post.fields=conversation_id");
        Assert.Equal([answer.Id, mention], found.Ids);
    }

    [Fact]
    public async Task A_link_is_folded_and_its_target_stands_in_the_entities()
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.PostAsync(new { text = "See https://lantern.example.org/plan?a=1 for the plan." });

        Assert.Matches("^See https://t.co/[A-Za-z0-9]{10} for the plan.$", answer.Data.GetProperty("text").GetString());
        var post = (await x.GetAsync($"/2/tweets/{answer.Id}?post.fields=entities")).Data;
        var url = post.GetProperty("entities").GetProperty("urls")[0];
        Assert.Equal("https://lantern.example.org/plan?a=1", url.GetProperty("expanded_url").GetString());
    }

    [Fact]
    public async Task The_same_words_twice_are_refused()
    {
        await using var x = await XOnTrial.StartAsync();
        var mention = await x.SaysAsync("@lena", "@Lantern is there a bar?");
        await x.ReplyAsync(mention, "There is.");

        var answer = await x.ReplyAsync(mention, "There is.");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("You are not allowed to create a Tweet with duplicate content.", answer.Detail);
    }

    [Theory]
    [InlineData(SummonRule.New, "You can only reply to or quote posts where you are mentioned or are the author.")]
    [InlineData(
        SummonRule.Old,
        "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author "
        + "of the post you are replying to.")]
    public async Task Who_did_not_call_the_account_gets_no_reply(SummonRule rule, string detail)
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Rules = new PostRules { Summon = rule } });
        var stranger = await x.SaysAsync("@omar", "The theatre by the harbour is lovely");

        var answer = await x.ReplyAsync(stranger, "Thank you!");

        Assert.Equal((HttpStatusCode.Forbidden, detail), (answer.Status, answer.Detail));
    }

    [Fact]
    public async Task Below_its_own_posts_the_account_may_always_reply()
    {
        await using var x = await XOnTrial.StartAsync();
        var own = (await x.PostAsync(new { text = "The lights are on." })).Id;
        var below = await x.SaysAsync("@lena", "which ones?", replyTo: own);

        Assert.Equal(HttpStatusCode.Created, (await x.ReplyAsync(below, "All of them.")).Status);
    }

    [Fact]
    public async Task A_quote_of_the_account_calls_it_too()
    {
        await using var x = await XOnTrial.StartAsync();
        var own = (await x.PostAsync(new { text = "The lights are on." })).Id;
        var quote = await x.ControlAsync(HttpMethod.Post, "posts", new { @as = "@omar", text = "At last", quote = own });

        var answer = await x.ReplyAsync(quote.Body.GetProperty("id").GetString()!, "Come and see.");

        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    [Fact]
    public async Task A_deleted_mention_cannot_be_answered()
    {
        await using var x = await XOnTrial.StartAsync();
        var mention = await x.SaysAsync("@lena", "@Lantern hello");
        await x.ControlAsync(HttpMethod.Delete, "posts/" + mention);

        var answer = await x.ReplyAsync(mention, "Hello!");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("You attempted to reply to a Tweet that is deleted or not visible to you.", answer.Detail);
    }

    [Theory]
    [InlineData("""{"text":"hi","colour":"red"}""", "$.colour: " + Undefined)]
    [InlineData("""{"text":"hi","reply":{"in_reply_to_tweet_id":"20","why":1}}""", "$.reply.why: " + Undefined)]
    [InlineData("""{"text":"hi","reply":{"in_reply_to_post_id":"20"}}""", "$.reply.in_reply_to_post_id: " + Undefined)]
    [InlineData("""{"text":"hi","reply":{}}""", "$.reply.in_reply_to_tweet_id: is missing but it is required")]
    [InlineData("""{"text":7}""", "$.text: number found, string expected")]
    [InlineData("""{"text":"hi","quote_tweet_id":"x"}""", "$.quote_tweet_id: does not match the regex pattern ^[0-9]{1,19}$")]
    [InlineData("""{"text":"\ud800"}""", "Requests with bodies must have valid JSON.")]
    [InlineData("{", "Requests with bodies must have valid JSON.")]
    [InlineData("", "Requests with bodies must have valid JSON.")]
    [InlineData("{}", "$.text: is missing but it is required")]
    public async Task A_body_that_X_does_not_know_is_refused_with_its_place(string body, string message)
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.SendAsync(HttpMethod.Post, "/2/tweets", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var messages = answer.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString());
        Assert.Contains(message, messages);
    }

    [Theory]
    [InlineData(280, 'a', HttpStatusCode.Created)]
    [InlineData(281, 'a', HttpStatusCode.BadRequest)]
    [InlineData(140, '字', HttpStatusCode.Created)]
    [InlineData(141, '字', HttpStatusCode.BadRequest)]
    public async Task Length_is_weighed_as_X_weighs_it(int count, char letter, HttpStatusCode expected)
    {
        await using var x = await XOnTrial.StartAsync();

        Assert.Equal(expected, (await x.PostAsync(new { text = new string(letter, count) })).Status);
    }

    [Fact]
    public async Task The_prefix_of_X_does_not_count()
    {
        await using var x = await XOnTrial.StartAsync();
        var mention = await x.SaysAsync("@lena", "@Lantern tell me everything");

        Assert.Equal(HttpStatusCode.Created, (await x.ReplyAsync(mention, new string('a', 280))).Status);
    }

    [Fact]
    public async Task Only_the_author_deletes_and_a_deleted_post_is_missing_afterwards()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Accounts = ["Lantern", "Gallery"] });
        var id = (await x.PostAsync(new { text = "Soon." })).Id;

        var other = await x.SendAsync(HttpMethod.Delete, $"/2/tweets/{id}", account: 1);
        var author = await x.SendAsync(HttpMethod.Delete, $"/2/tweets/{id}");
        var missing = await x.GetAsync($"/2/tweets?ids={id}%2C20");

        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.True(author.Data.GetProperty("deleted").GetBoolean());
        Assert.Empty(missing.Ids);
        Assert.Equal([id, "20"], missing.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("resource_id").GetString()));
    }

    [Fact]
    public async Task An_edit_replaces_the_post_and_keeps_its_history()
    {
        await using var x = await XOnTrial.StartAsync();
        var first = (await x.PostAsync(new { text = "Tonihgt!" })).Id;
        var second = (await x.PostAsync(new { text = "Tonight!", edit_options = new { previous_post_id = first } })).Id;

        var timeline = await x.GetAsync($"/2/users/{x.Me}/tweets");

        Assert.Equal([second], timeline.Ids);
        Assert.Equal([first, second], timeline.Data[0].GetProperty("edit_history_post_ids").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task The_same_moment_cannot_post_the_same_words_twice()
    {
        await using var x = await XOnTrial.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => x.PostAsync(new { text = "Once." })));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_lookup_gives_what_there_is_and_names_what_there_is_not()
    {
        await using var x = await XOnTrial.StartAsync();
        var there = await x.SaysAsync("@lena", "hello");
        var hidden = await x.SaysAsync("@omar", "psst");
        await x.ControlAsync(HttpMethod.Put, "users/omar", new { @protected = true });

        var answer = await x.GetAsync($"/2/tweets?ids={there}%2C{hidden}%2C20");

        Assert.Equal([there], answer.Ids);
        Assert.Equal(
            ["https://api.x.com/2/problems/not-authorized-for-resource", "https://api.x.com/2/problems/resource-not-found"],
            answer.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_too_many()
    {
        await using var x = await XOnTrial.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await x.GetAsync($"/2/tweets?ids={string.Join("%2C", Enumerable.Range(1, 101))}")).Status);
    }
}
