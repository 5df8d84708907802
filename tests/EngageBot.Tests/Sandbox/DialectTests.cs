using System.Net;
using System.Text.Json;
using EngageBot.Sandbox.Api;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class DialectTests
{
    private const string InTweets =
        "max_results=5&expansions=author_id%2Creferenced_tweets.id%2Creferenced_tweets.id.author_id"
        + "&tweet.fields=author_id%2Cconversation_id%2Ccreated_at%2Centities%2Cin_reply_to_user_id%2Clang"
        + "%2Creferenced_tweets%2Cpublic_metrics"
        + "&user.fields=protected%2Cverified%2Cpublic_metrics";

    private const string InPosts =
        "max_results=5&expansions=author_id%2Cin_reply_to_user_id%2Creferenced_posts"
        + "&post.fields=conversation_id%2Ccreated_at%2Centities%2Clang%2Cnote_post%2Cpublic_metrics"
        + "&user.fields=protected%2Cverified%2Cpublic_metrics";

    [Theory]
    [InlineData(InTweets, "referenced_tweets", "edit_history_tweet_ids", "tweets", "retweet_count", "tweet_count")]
    [InlineData(InPosts, "referenced_posts", "edit_history_post_ids", "posts", "repost_count", "post_count")]
    public async Task An_answer_speaks_as_its_request_does(
        string query, string references, string history, string included, string reposts, string posts)
    {
        await using var x = await XOnTrial.StartAsync();
        var root = (await x.PostAsync(new { text = "The lights are on." })).Id;
        var id = await x.SaysAsync("@lena", "lovely!", replyTo: root);

        var answer = await x.MentionsAsync(query);

        var post = answer.Data[0];
        Assert.Equal(id, post.GetProperty(history)[0].GetString());
        Assert.Equal(root, post.GetProperty("conversation_id").GetString());
        Assert.Equal(x.Me, post.GetProperty("in_reply_to_user_id").GetString());
        Assert.Equal(("replied_to", root), (Text(post.GetProperty(references)[0], "type"), Text(post.GetProperty(references)[0], "id")));
        Assert.Equal(0, post.GetProperty("public_metrics").GetProperty(reposts).GetInt32());
        var includes = answer.Body.GetProperty("includes");
        Assert.Equal(root, Text(includes.GetProperty(included)[0], "id"));
        var users = includes.GetProperty("users").EnumerateArray().Select(user => Text(user, "username"));
        Assert.Equal(["Lantern", "lena"], users.Order(StringComparer.Ordinal));
        Assert.True(includes.GetProperty("users")[0].GetProperty("public_metrics").TryGetProperty(posts, out _));
    }

    [Theory]
    [InlineData("tweet.fields=lang&post.fields=lang")]
    [InlineData("tweet.fields=lang&expansions=referenced_posts")]
    [InlineData("post.fields=author_id")]
    [InlineData("post.fields=lang&expansions=referenced_tweets.id")]
    public async Task The_words_of_both_dialects_do_not_mix(string query)
    {
        await using var x = await XOnTrial.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await x.MentionsAsync(query)).Status);
    }

    [Fact]
    public async Task A_sandbox_of_one_dialect_refuses_the_other()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Dialect = Dialect.Tweet, OneDialect = true });

        Assert.Equal(HttpStatusCode.BadRequest, (await x.MentionsAsync(InPosts)).Status);
        Assert.Equal(HttpStatusCode.OK, (await x.MentionsAsync(InTweets)).Status);
    }

    [Theory]
    [InlineData(Dialect.Post, "https://api.x.com/2/problems/resource-not-found")]
    [InlineData(Dialect.Tweet, "https://api.twitter.com/2/problems/resource-not-found")]
    public async Task A_request_without_a_dialect_is_answered_in_the_chosen_one(Dialect dialect, string type)
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Dialect = dialect });

        var answer = await x.GetAsync("/2/tweets/20");

        Assert.Equal(type, Text(answer.Body.GetProperty("errors")[0], "type"));
    }

    [Fact]
    public async Task A_long_post_is_cut_and_its_whole_text_stands_in_the_note()
    {
        await using var x = await XOnTrial.StartAsync();
        var text = "@Lantern " + new string('a', 400);
        await x.SaysAsync("@lena", text);

        var post = (await x.MentionsAsync("post.fields=note_post")).Data[0];

        Assert.Equal(text, Text(post.GetProperty("note_post"), "text"));
        Assert.EndsWith("…", Text(post, "text"), StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
