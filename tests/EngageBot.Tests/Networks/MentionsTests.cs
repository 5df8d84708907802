using EngageBot.Networks;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class MentionsTests
{
    private const string TweetPage = """
        {"data":[{"id":"2080765813578191303","text":"hey @playhouse","author_id":"222","conversation_id":"2080","created_at":"2026-07-24T21:23:23.000Z",
        "edit_history_tweet_ids":["2080765813578191303"],"in_reply_to_user_id":"42","lang":"en","referenced_tweets":[{"type":"replied_to","id":"2080"}]}],
        "includes":{"users":[{"id":"222","name":"Other","username":"OtherUser"}],"tweets":[{"id":"2080","text":"First night!","author_id":"42"}]},
        "meta":{"result_count":1,"newest_id":"2080765813578191303","oldest_id":"2080765813578191303","next_token":"7140"}}
        """;

    private static readonly string PostPage = TweetPage.Replace("_tweet_", "_post_", StringComparison.Ordinal)
        .Replace("referenced_tweets", "referenced_posts", StringComparison.Ordinal).Replace("\"tweets\"", "\"posts\"", StringComparison.Ordinal);

    public static TheoryData<string, string> Dialects => Transports.With(["post", "tweet"]);

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_mention_arrives_whole_in_either_dialect(string transport, string dialect)
    {
        await using var bot = await XBot.StartAsync(transport);
        bot.Server.Answers(200, dialect == "post" ? PostPage : TweetPage, ("x-rate-limit-limit", "300"), ("x-rate-limit-remaining", "299"), ("x-rate-limit-reset", "1795176300"));

        var page = await PageAsync(bot);

        var post = Assert.Single(page.Posts);
        Assert.Equal(("2080765813578191303", "hey @playhouse", "2080", "2080", "en"), (post.Id, post.Text, post.ThreadId, post.InReplyTo, post.Language));
        Assert.Equal(("222", "OtherUser", "Other"), (post.Author.UserId, post.Author.Handle, post.Author.Name));
        Assert.Equal(("First night!", "playhouse"), (post.Parent?.Text, post.Parent?.Author.Handle));
        Assert.Equal(new DateTimeOffset(2026, 7, 24, 21, 23, 23, TimeSpan.Zero), post.PostedAt);
        Assert.Equal(("2080765813578191303", "7140", 299), (page.NewestId, page.NextPage, page.Budget?.Remaining));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task The_question_is_spelled_in_the_configured_dialect_and_signed(string transport, string dialect)
    {
        await using var bot = await XBot.StartAsync(transport, new() { ["X:Dialect"] = dialect });
        bot.Server.Answers(200, """{"meta":{"result_count":0}}""");

        await bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("9", "page2", 3), default);

        var seen = bot.Server.Requests.Single();
        Assert.Equal(("/2/users/42/mentions", "5", "9", "page2"), (seen.Path, seen["max_results"], seen["since_id"], seen["pagination_token"]));
        Assert.Contains("conversation_id", seen[$"{dialect}.fields"], StringComparison.Ordinal);
        Assert.Contains(dialect == "post" ? "referenced_posts" : "referenced_tweets.id", seen["expansions"], StringComparison.Ordinal);
        Assert.StartsWith("EngageBot/", seen.UserAgent, StringComparison.Ordinal);
        Assert.True(Signatures.IsGood(seen, bot.Server.BaseUrl, XBot.Keys));
    }

    [Theory]
    [InlineData("""{"meta":{"result_count":0}}""")]
    [InlineData("""{"data":[],"meta":{"result_count":0}}""")]
    public async Task An_empty_page_is_a_page(string body)
    {
        var page = await PageAsync(body);

        Assert.Empty(page.Posts);
        Assert.Null(page.NewestId);
    }

    [Fact]
    public async Task Ids_are_compared_as_numbers()
    {
        var page = await PageAsync("""{"data":[{"id":"999","text":"a"},{"id":"1000","text":"b"}],"meta":{}}""");

        Assert.Equal("1000", page.NewestId);
    }

    [Theory]
    [InlineData("""{"id":"5","text":"x","note_tweet":{"text":"the whole of it"}}""", "the whole of it")]
    [InlineData("""{"id":"5","text":"x","note_post":{"text":"the whole of it"}}""", "the whole of it")]
    [InlineData("""{"id":5,"id_str":"5","text":"a number for an id","entities":{"mentions":[{"start":4,"start_str":"4"}]}}""", "a number for an id")]
    [InlineData("""{"id":"5","text":"a &amp; b &lt;b&gt; &amp;lt;"}""", "a & b <b> &lt;")]
    [InlineData("""{"id":"5","text":"nul\u0000 bell\u0007 half\ud83d end\udc00"}""", "nul bell half\uFFFD end\uFFFD")]
    [InlineData("""{"id":"5","text":"\ud83c\udfad \u200f\u05e9\u05dc\u05d5\u05dd a\u200db"}""", "🎭 \u200f\u05e9\u05dc\u05d5\u05dd a\u200db")]
    [InlineData("""{"id":"5","text":"a backslash \\ud83d and \"quotes\" \ufffe"}""", "a backslash \\ud83d and \"quotes\" \uFFFD")]
    [InlineData("""{"id":"5","text":"see https://t.co/a","entities":{"urls":[{"url":"https://t.co/a","expanded_url":"https://example.org/plan"}]}}""", "see https://example.org/plan")]
    [InlineData("""{"id":"5","text":"see https://t.co/a","entities":{"urls":[{"url":"https://t.co/a","expanded_url":"javascript:alert(1)"}]}}""", "see https://t.co/a")]
    public async Task Text_is_taken_as_its_author_wrote_it(string item, string expected)
    {
        var page = await PageAsync("{\"data\":[" + item + "],\"meta\":{}}");

        Assert.Equal(expected, Assert.Single(page.Posts).Text);
    }

    [Fact]
    public async Task Ten_kilobytes_and_markup_are_just_text()
    {
        var text = string.Concat(Enumerable.Repeat("<script>{{ x }}</script>", 430));

        var page = await PageAsync("{\"data\":[{\"id\":\"5\",\"text\":" + System.Text.Json.JsonSerializer.Serialize(text) + "}],\"meta\":{}}");

        Assert.Equal(text, Assert.Single(page.Posts).Text);
    }

    [Fact]
    public async Task An_author_whom_X_left_out_is_unknown()
    {
        var page = await PageAsync("""{"data":[{"id":"5","text":"a","author_id":"7"},{"id":"6","text":"b"}],"meta":{}}""");

        Assert.All(page.Posts, post => Assert.Equal("unknown", post.Author.Handle));
        Assert.Equal("7", page.Posts[0].Author.UserId);
    }

    [Fact]
    public async Task Without_a_date_the_id_tells_the_moment()
    {
        var page = await PageAsync("""{"data":[{"id":"1445880548472328192","text":"a"}],"meta":{}}""");

        Assert.Equal(new DateTimeOffset(2021, 10, 6, 22, 35, 31, TimeSpan.Zero), page.Posts[0].PostedAt, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_repost_says_that_it_is_one()
    {
        var page = await PageAsync("""{"data":[{"id":"5","text":"RT","referenced_posts":[{"type":"retweeted","id":"4"}]}],"meta":{}}""");

        Assert.True(Assert.Single(page.Posts).IsRepost);
    }

    [Fact]
    public async Task An_unreadable_post_is_reported_and_the_others_arrive()
    {
        await using var bot = await XBot.StartAsync();
        bot.Server.Answers(200, """{"data":[{"id":"9","text":null},{"id":"8","text":"fine"},7,{"text":"no id"}],"meta":{}}""");

        var page = await PageAsync(bot);

        Assert.Equal("8", Assert.Single(page.Posts).Id);
        Assert.Equal("9", page.NewestId);
        var reports = bot.Logs.GetSnapshot().Where(log => log.Level == LogLevel.Error).Select(log => log.Message).ToList();
        Assert.Equal(3, reports.Count);
        Assert.Contains(reports, message => message.EndsWith(": 9", StringComparison.Ordinal));
    }

    private static async Task<MentionPage> PageAsync(string body)
    {
        await using var bot = await XBot.StartAsync();
        bot.Server.Answers(200, body);
        return await PageAsync(bot);
    }

    private static async Task<MentionPage> PageAsync(XBot bot) =>
        Assert.IsType<ReadOutcome<MentionPage>.Read>(await bot.Network.MentionsSinceAsync(XBot.Account, new MentionQuery("1"), default)).Value;
}
