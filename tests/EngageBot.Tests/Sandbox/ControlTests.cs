using System.Net;
using System.Net.Http.Headers;
using EngageBot.Sandbox.Play;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class ControlTests
{
    [Fact]
    public async Task The_controls_answer_to_no_other_name_and_no_other_page()
    {
        await using var x = await XOnTrial.StartAsync();
        using var http = new HttpClient { BaseAddress = x.BaseUri };
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/sandbox/stats");
        rebound.Headers.Host = "evil.example.org";
        using var foreign = new HttpRequestMessage(HttpMethod.Delete, "/sandbox/faults");
        foreign.Headers.Add("Origin", "https://evil.example.org");

        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(rebound)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await x.ControlAsync(HttpMethod.Get, "stats")).Status);
    }

    [Fact]
    public async Task A_replayed_line_becomes_a_mention_and_keeps_its_name()
    {
        await using var x = await XOnTrial.StartAsync();

        var posted = await x.ControlAsync(HttpMethod.Post, "replay", "a1\t__company__ hello\na2\tlate again\n\na3\tI love @lantern so\n");

        var names = posted.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToDictionary(pair => pair[1], pair => pair[0]);
        var mentions = await x.MentionsAsync();
        Assert.Equal(["a3", "a2", "a1"], mentions.Ids.Select(id => names[id]));
        Assert.Equal(
            ["I love @lantern so", "@Lantern late again", "@Lantern hello"],
            mentions.Data.EnumerateArray().Select(post => post.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_named_replay_that_is_repeated_posts_only_what_is_new()
    {
        await using var x = await XOnTrial.StartAsync();
        var first = await x.ControlAsync(HttpMethod.Post, "replay?name=june", "a1\thello\na2\tthere\n");

        var repeated = await x.ControlAsync(HttpMethod.Post, "replay?name=june", "a1\thello\na2\tthere\na3\tagain\n");
        await x.ControlAsync(HttpMethod.Post, "replay?name=july", "a1\thello\n");

        Assert.StartsWith(first.Text, repeated.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await x.MentionsAsync()).Ids.Length);
    }

    [Fact]
    public async Task A_replay_waits_for_its_reader()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Clock = TimeProvider.System });
        var file = string.Concat(Enumerable.Range(0, 90).Select(i => $"{i}\tmention {i}\n"));

        var alone = await x.ControlAsync(HttpMethod.Post, "replay?holding=50&patience=0", file);
        var backlog = (await x.ControlAsync(HttpMethod.Get, "stats")).Body.GetProperty("backlog").GetProperty("Lantern").GetInt32();

        Assert.Equal(50, alone.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(50, backlog);
    }

    [Fact]
    public async Task A_reader_that_walks_down_from_the_newest_gets_every_line_of_a_replay()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Clock = TimeProvider.System, RateLimits = false });
        var file = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{i}\tmention {i}\n"));
        var replay = x.ControlAsync(HttpMethod.Post, "replay", file);
        var read = new HashSet<string>();
        for (var finished = false; !finished;)
        {
            finished = replay.IsCompleted;
            string? token = null;
            do
            {
                var page = await x.GetAsync(
                    $"/2/users/{x.Me}/mentions?max_results=100" + (token is null ? "" : $"&pagination_token={token}"), x.Keys.BearerToken);
                read.UnionWith(page.Ids);
                token = page.NextToken;
            }
            while (token is not null);
        }

        Assert.Equal(3_000, (await replay).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(3_000, read.Count);
    }

    [Fact]
    public async Task Everything_public_can_be_read_from_where_one_stopped()
    {
        await using var x = await XOnTrial.StartAsync();
        var mention = await x.SaysAsync("@lena", "@Lantern is there a bar?");
        var reply = (await x.ReplyAsync(mention, "There is.")).Id;

        var all = (await x.ControlAsync(HttpMethod.Get, "public")).Body;
        var rest = (await x.ControlAsync(HttpMethod.Get, $"public?since={mention}")).Body;

        Assert.Equal(2, all.GetArrayLength());
        Assert.Equal((reply, mention, "There is."), (
            rest[0].GetProperty("id").GetString(), rest[0].GetProperty("inReplyTo").GetString(), rest[0].GetProperty("text").GetString()));
        Assert.True(rest[0].GetProperty("author").GetProperty("isAccount").GetBoolean());
    }

    [Fact]
    public async Task Reads_are_counted_raw_and_once_a_day()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.SaysAsync("@lena", "@Lantern hello");
        await x.MentionsAsync();
        await x.MentionsAsync();
        x.Clock.Advance(TimeSpan.FromDays(1));
        await x.MentionsAsync("expansions=author_id");

        var reads = (await x.ControlAsync(HttpMethod.Get, "stats")).Body.GetProperty("reads");

        Assert.Equal((3, 2), (reads.GetProperty("posts").GetInt32(), reads.GetProperty("postsBillable").GetInt32()));
        Assert.Equal(1, reads.GetProperty("users").GetInt32());
    }

    [Theory]
    [InlineData("posts", """{"as":"@lena"}""")]
    [InlineData("posts", """{"as":"not a handle","text":"hi"}""")]
    [InlineData("posts", """{"as":"@lena","text":"hi","replyTo":"20"}""")]
    [InlineData("posts", """{"as":"@lena","text":"hi","colour":"red"}""")]
    [InlineData("faults", """{"kind":"nonsense"}""")]
    [InlineData("faults", """{"kind":"drop","route":"POST /2/tweet"}""")]
    [InlineData("faults", "[")]
    public async Task A_control_that_cannot_be_understood_says_why(string path, string body)
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.ControlAsync(HttpMethod.Post, path, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Body.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task The_page_shows_the_timeline_and_runs_nothing_from_elsewhere()
    {
        await using var x = await XOnTrial.StartAsync();
        using var http = new HttpClient { BaseAddress = x.BaseUri };

        using var page = await http.GetAsync(new Uri("/sandbox", UriKind.Relative));

        Assert.Equal(new MediaTypeHeaderValue("text/html", "utf-8"), page.Content.Headers.ContentType);
        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("/sandbox/threads", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Followers_open_with_a_burst_and_answer_a_reply()
    {
        await using var x = await XOnTrial.StartAsync(options => options with
        {
            HasFollowers = true,
            Clock = TimeProvider.System,
            Speed = 2_000,
            Opening = new Opening { Burst = 12, Every = TimeSpan.FromHours(100), Lasting = TimeSpan.FromHours(200) },
        });
        while ((await ReadAsync(x)).Length < 12)
            await Task.Yield();

        var repliedTo = new HashSet<string>();
        foreach (var mention in await ReadAsync(x))
            if (repliedTo.Add(mention))
                await AsUserAsync(x, mention);
        await WaitForAnswerAsync(x);

        Assert.Equal(12, repliedTo.Count);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_keys_and_the_same_voices()
    {
        Assert.Equal(await StartOfAsync(4), await StartOfAsync(4));
        Assert.NotEqual(await StartOfAsync(4), await StartOfAsync(5));

        static async Task<string> StartOfAsync(int seed)
        {
            await using var x = await XOnTrial.StartAsync(options => options with { HasFollowers = true, Seed = seed });
            while ((await ReadAsync(x)).Length < 12)
                await Task.Yield();
            var posts = (await x.ControlAsync(HttpMethod.Get, "public")).Body.EnumerateArray()
                .Select(post => $"{post.GetProperty("id")} {post.GetProperty("author")} {post.GetProperty("text")}");
            return x.Keys.AccessToken + string.Join('\n', posts);
        }
    }

    [Fact]
    public async Task At_a_standstill_nobody_speaks()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { HasFollowers = true, Speed = 0 });
        x.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty((await x.MentionsAsync()).Ids);
    }

    private static async Task<string[]> ReadAsync(XOnTrial x) =>
        (await x.GetAsync($"/2/users/{x.Me}/mentions?max_results=100", x.Keys.BearerToken)).Ids;

    private static Task<XAnswer> AsUserAsync(XOnTrial x, string mention) => x.SendAsync(
        HttpMethod.Post,
        "/2/tweets",
        new AuthenticationHeaderValue("Bearer", x.Keys.OAuth2AccessToken),
        $$"""{ "text": "Thank you. We open at seven, and the bar at six.", "reply": { "in_reply_to_tweet_id": "{{mention}}" } }""");

    private static async Task WaitForAnswerAsync(XOnTrial x)
    {
        while (!(await x.ControlAsync(HttpMethod.Get, "public")).Body.EnumerateArray().Any(post =>
            !post.GetProperty("author").GetProperty("isAccount").GetBoolean() && post.TryGetProperty("inReplyTo", out _)))
            await Task.Yield();
    }
}
