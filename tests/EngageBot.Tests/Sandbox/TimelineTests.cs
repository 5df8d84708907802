using System.Globalization;
using System.Net;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class TimelineTests
{
    [Fact]
    public async Task A_mention_is_served_with_its_bare_members_only()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.SaysAsync("@lena", "@Lantern when do the doors open?");

        var post = (await x.MentionsAsync()).Data[0];

        Assert.Equal(["id", "text", "edit_history_post_ids"], post.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task Offsets_of_a_handle_count_code_points()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.SaysAsync("@lena", "🎭🎭 @lantern bravo");

        var post = (await x.MentionsAsync("max_results=5&post.fields=entities")).Data[0];
        var mention = post.GetProperty("entities").GetProperty("mentions")[0];

        Assert.Equal((3, 11), (mention.GetProperty("start").GetInt32(), mention.GetProperty("end").GetInt32()));
        Assert.Equal(x.Me, mention.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_empty_page_has_a_count_and_nothing_else()
    {
        await using var x = await XOnTrial.StartAsync();

        Assert.Equal("""{"data":[],"meta":{"result_count":0}}""", (await x.MentionsAsync()).Text);
        Assert.Equal("""{"meta":{"result_count":0}}""", (await x.MentionsAsync("tweet.fields=lang")).Text);
    }

    [Fact]
    public async Task Ids_are_compared_as_numbers_and_bounds_are_exclusive()
    {
        await using var x = await XOnTrial.StartAsync();
        var ids = await SayAsync(x, 4);

        // As text, "9" would stand above every id there is.
        Assert.Equal(4, (await x.MentionsAsync("since_id=9")).Ids.Length);
        Assert.Equal([ids[3], ids[2]], (await x.MentionsAsync($"since_id={ids[1]}")).Ids);
        Assert.Equal([ids[1], ids[0]], (await x.MentionsAsync($"until_id={ids[2]}")).Ids);
        Assert.Equal([ids[2]], (await x.MentionsAsync($"since_id={ids[1]}&until_id={ids[3]}")).Ids);
        Assert.Empty((await x.MentionsAsync("since_id=9999999999999999999")).Ids);
    }

    [Fact]
    public async Task A_since_id_wins_over_a_start_time()
    {
        await using var x = await XOnTrial.StartAsync();
        var ids = await SayAsync(x, 3);
        var later = x.Clock.GetUtcNow().AddHours(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        Assert.Empty((await x.MentionsAsync($"start_time={Uri.EscapeDataString(later)}")).Ids);
        Assert.Equal([ids[2], ids[1]], (await x.MentionsAsync($"since_id={ids[0]}&start_time={Uri.EscapeDataString(later)}")).Ids);
    }

    [Fact]
    public async Task Pages_stay_put_while_posts_arrive_on_top()
    {
        await using var x = await XOnTrial.StartAsync();
        var ids = await SayAsync(x, 12);
        var first = await x.MentionsAsync("max_results=5");
        await SayAsync(x, 7);

        var second = await x.MentionsAsync($"max_results=5&pagination_token={first.NextToken}");
        var third = await x.MentionsAsync($"max_results=5&pagination_token={second.NextToken}");

        Assert.Equal(ids.Reverse(), [.. first.Ids, .. second.Ids, .. third.Ids]);
        Assert.Null(third.NextToken);
    }

    [Fact]
    public async Task A_previous_token_leads_back_up_to_what_is_next_newer()
    {
        await using var x = await XOnTrial.StartAsync();
        var ids = await SayAsync(x, 15);
        var first = await x.MentionsAsync("max_results=5");
        var second = await x.MentionsAsync($"max_results=5&pagination_token={first.NextToken}");
        var third = await x.MentionsAsync($"max_results=5&pagination_token={second.NextToken}");

        var back = await x.MentionsAsync($"max_results=5&pagination_token={third.PreviousToken}");

        Assert.Null(first.PreviousToken);
        Assert.Equal(second.Ids, back.Ids);
        Assert.Equal(ids[5..10].Reverse(), back.Ids);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("7140dibdnow9c7nab1234567890")]
    public async Task A_made_up_token_is_refused(string token)
    {
        await using var x = await XOnTrial.StartAsync();
        await SayAsync(x, 1);

        Assert.Equal(HttpStatusCode.BadRequest, (await x.MentionsAsync($"pagination_token={token}")).Status);
    }

    [Fact]
    public async Task A_token_serves_only_the_list_it_came_from()
    {
        await using var x = await XOnTrial.StartAsync();
        await SayAsync(x, 6);
        var token = (await x.MentionsAsync("max_results=5")).NextToken;

        Assert.Equal(HttpStatusCode.BadRequest, (await x.GetAsync($"/2/users/{x.Me}/tweets?pagination_token={token}")).Status);
    }

    [Fact]
    public async Task No_more_than_the_newest_800_mentions_can_be_reached()
    {
        await using var x = await XOnTrial.StartAsync();
        var ids = await SayAsync(x, 830);
        var seen = new List<string>();
        string? token = null;
        XAnswer page;
        do
        {
            page = await x.MentionsAsync("max_results=100" + (token is null ? "" : $"&pagination_token={token}"));
            seen.AddRange(page.Ids);
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(ids[30..].Reverse(), seen);
        Assert.Empty(page.Ids);
    }

    [Theory]
    [InlineData("max_results=4", "The `max_results` query parameter value [4] is not between 5 and 100")]
    [InlineData("max_results=101", "The `max_results` query parameter value [101] is not between 5 and 100")]
    [InlineData("since_id=abc", "The `since_id` query parameter value [abc] does not match ^[0-9]{1,19}$")]
    [InlineData("start_time=yesterday", "The `start_time` query parameter value [yesterday] is not a valid RFC3339 date-time")]
    [InlineData("max_results=5&max_results=5", "The query parameter [max_results] is given more than once")]
    public async Task A_bad_parameter_is_named(string query, string message)
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.MentionsAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("https://api.x.com/2/problems/invalid-request", answer.Body.GetProperty("type").GetString());
        Assert.Equal(message, answer.Body.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("nonsense=1")]
    [InlineData("post.fields=nonsense")]
    [InlineData("expansions=nonsense")]
    [InlineData("user.fields=nonsense")]
    public async Task A_word_that_X_does_not_know_is_refused(string query)
    {
        await using var x = await XOnTrial.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await x.MentionsAsync(query)).Status);
    }

    [Fact]
    public async Task A_late_arrival_shows_up_below_what_was_read_already()
    {
        await using var x = await XOnTrial.StartAsync();
        var late = await x.SaysAsync("@lena", "@Lantern hello?", lateBy: 30);
        x.Clock.Advance(TimeSpan.FromSeconds(1));
        var prompt = await x.SaysAsync("@omar", "@Lantern hello!");
        var before = (await x.MentionsAsync()).Ids;
        x.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal([prompt], before);
        Assert.Equal([prompt, late], (await x.MentionsAsync()).Ids);
        Assert.Empty((await x.MentionsAsync($"since_id={prompt}")).Ids);
    }

    [Fact]
    public async Task Deleted_protected_and_suspended_voices_leave_the_timeline()
    {
        await using var x = await XOnTrial.StartAsync();
        var gone = await x.SaysAsync("@lena", "@Lantern one");
        await x.SaysAsync("@omar", "@Lantern two");
        await x.SaysAsync("@pia", "@Lantern three");
        var there = await x.SaysAsync("@kim", "@Lantern four");
        await x.ControlAsync(HttpMethod.Delete, "posts/" + gone);
        await x.ControlAsync(HttpMethod.Put, "users/omar", new { @protected = true });
        await x.ControlAsync(HttpMethod.Put, "users/pia", new { suspended = true });

        Assert.Equal([there], (await x.MentionsAsync()).Ids);
    }

    [Theory]
    [InlineData("expansions=referenced_posts", "referenced_posts")]
    [InlineData("expansions=referenced_tweets.id", "referenced_tweets.id")]
    public async Task What_a_mention_refers_to_and_cannot_be_had_is_named_beside_the_data(string query, string parameter)
    {
        await using var x = await XOnTrial.StartAsync();
        var parent = await x.SaysAsync("@lena", "what a night");
        var mention = await x.SaysAsync("@omar", "@Lantern it was", replyTo: parent);
        await x.ControlAsync(HttpMethod.Delete, "posts/" + parent);

        var answer = await x.MentionsAsync(query);

        Assert.Equal([mention], answer.Ids);
        var error = answer.Body.GetProperty("errors")[0];
        Assert.Equal((parent, parameter), (error.GetProperty("resource_id").GetString(), error.GetProperty("parameter").GetString()));
    }

    [Fact]
    public async Task The_own_timeline_can_leave_replies_out()
    {
        await using var x = await XOnTrial.StartAsync();
        var mention = await x.SaysAsync("@lena", "@Lantern is there a bar?");
        var reply = (await x.ReplyAsync(mention, "There is, in the foyer.")).Id;
        var post = (await x.PostAsync(new { text = "The lights are on." })).Id;

        Assert.Equal([post, reply], (await x.GetAsync($"/2/users/{x.Me}/tweets")).Ids);
        Assert.Equal([post], (await x.GetAsync($"/2/users/{x.Me}/tweets?exclude=replies%2Cretweets")).Ids);
    }

    [Fact]
    public async Task Ids_carry_their_time_as_X_builds_them()
    {
        await using var x = await XOnTrial.StartAsync();

        var id = long.Parse(await x.SaysAsync("@lena", "@Lantern hi"), CultureInfo.InvariantCulture);

        Assert.Equal(x.Clock.GetUtcNow().ToUnixTimeMilliseconds(), (id >> 22) + 1_288_834_974_657);
    }

    private static async Task<string[]> SayAsync(XOnTrial x, int count)
    {
        var ids = new string[count];
        for (var i = 0; i < count; i++)
            ids[i] = await x.SaysAsync($"@row{i % 50}", $"@Lantern number {i}");
        return ids;
    }
}
