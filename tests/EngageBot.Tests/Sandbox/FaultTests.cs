using System.Globalization;
using System.Net;
using System.Text.Json;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class FaultTests
{
    [Theory]
    [InlineData("refuse", false)]
    [InlineData("drop", true)]
    [InlineData("cut", true)]
    public async Task A_broken_connection_leaves_the_post_undone_or_done(string kind, bool done)
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("POST /2/tweets", kind);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => x.PostAsync(new { text = "Soon." }));

        Assert.Equal(done ? 1 : 0, (await x.GetAsync($"/2/users/{x.Me}/tweets")).Ids.Length);
    }

    [Theory]
    [InlineData("error-before", false)]
    [InlineData("error-after", true)]
    public async Task A_server_error_leaves_the_post_undone_or_done(string kind, bool done)
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("POST /2/tweets", kind, new { status = 500 });

        var answer = await x.PostAsync(new { text = "Soon." });

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal(done ? 1 : 0, (await x.GetAsync($"/2/users/{x.Me}/tweets")).Ids.Length);
    }

    [Theory]
    [InlineData("credits-old", 402, "CreditsDepleted")]
    [InlineData("credits-new", 402, "Payment Required")]
    [InlineData("spend-cap", 403, "SpendCapReached")]
    [InlineData("usage-cap", 429, "UsageCapExceeded")]
    [InlineData("unauthorized", 401, "Unauthorized")]
    [InlineData("forbidden", 403, "Forbidden")]
    [InlineData("rate-limit-bare", 429, "Too Many Requests")]
    public async Task A_refusal_is_worded_as_X_words_it(string kind, int status, string title)
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("*", kind);

        var answer = await x.MentionsAsync();

        Assert.Equal((status, title), ((int)answer.Status, answer.Body.GetProperty("title").GetString()));
        Assert.DoesNotContain("x-rate-limit-reset", answer.Headers.Keys);
    }

    [Fact]
    public async Task A_rate_limit_on_demand_tells_its_reset()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("GET /2/users/{id}/mentions", "rate-limit", new { seconds = 30 });

        var answer = await x.MentionsAsync();

        Assert.Equal(
            x.Clock.GetUtcNow().AddSeconds(30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            answer.Headers["x-rate-limit-reset"]);
        Assert.Equal("0", answer.Headers["x-rate-limit-remaining"]);
    }

    [Theory]
    [InlineData("malformed")]
    [InlineData("truncated")]
    [InlineData("empty")]
    public async Task A_good_status_can_carry_nonsense(string kind)
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("GET /2/users/{id}/mentions", kind);

        var answer = await x.MentionsAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.ThrowsAny<JsonException>(() => answer.Body);
    }

    [Fact]
    public async Task A_page_can_come_doubled_or_shuffled_and_loses_nothing()
    {
        await using var x = await XOnTrial.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
            ids.Insert(0, await x.SaysAsync("@lena", $"@Lantern {i}"));
        await x.FaultAsync("GET /2/users/{id}/mentions", "duplicates");
        await x.FaultAsync("GET /2/users/{id}/mentions", "out-of-order");

        var doubled = (await x.MentionsAsync()).Ids;
        var shuffled = (await x.MentionsAsync()).Ids;

        Assert.Equal(ids.SelectMany(id => new[] { id, id }), doubled);
        Assert.NotEqual(ids, shuffled);
        Assert.Equal(ids.Order(), shuffled.Order());
    }

    [Fact]
    public async Task A_slow_answer_takes_the_sandbox_s_own_time_and_the_post_is_out_before_it()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("POST /2/tweets", "delay-after", new { milliseconds = 90_000 });
        var asked = x.Clock.GetUtcNow();

        var posting = x.PostAsync(new { text = "Soon." });
        while ((await x.GetAsync($"/2/users/{x.Me}/tweets", x.Keys.BearerToken)).Ids.Length == 0)
            await Task.Yield();
        Assert.False(posting.IsCompleted);
        while (!posting.IsCompleted)
        {
            x.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.Created, (await posting).Status);
        Assert.True(x.Clock.GetUtcNow() - asked >= TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_fault_strikes_as_often_as_told_and_only_where_told()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("GET /2/users/{id}/mentions", "error-before", new { times = 2 });

        var elsewhere = await x.GetAsync("/2/users/me");
        XAnswer[] answers = [await x.MentionsAsync(), await x.MentionsAsync(), await x.MentionsAsync()];

        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        Assert.Equal([503, 503, 200], answers.Select(answer => (int)answer.Status));
    }

    [Fact]
    public async Task Chance_is_the_same_for_the_same_seed()
    {
        Assert.Equal(await StatusesAsync(), await StatusesAsync());

        static async Task<int[]> StatusesAsync()
        {
            await using var x = await XOnTrial.StartAsync(options => options with { Seed = 7 });
            await x.FaultAsync("*", "error-before", new { times = -1, probability = 0.5 });
            var statuses = new int[20];
            for (var i = 0; i < statuses.Length; i++)
                statuses[i] = (int)(await x.MentionsAsync()).Status;
            Assert.Contains(200, statuses);
            Assert.Contains(503, statuses);
            return statuses;
        }
    }

    [Fact]
    public async Task Tokens_can_run_out_before_their_time()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("*", "expired-token");

        var expired = await x.GetAsync("/2/users/me", x.Keys.OAuth2AccessToken);
        var renewed = await x.FormAsync(
            "/2/oauth2/token",
            ("grant_type", "refresh_token"),
            ("refresh_token", x.Keys.OAuth2RefreshToken),
            ("client_id", x.Keys.OAuth2ClientId));
        var answer = await x.GetAsync("/2/users/me", renewed.Body.GetProperty("access_token").GetString()!);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (expired.Status, answer.Status));
    }

    [Fact]
    public async Task Mended_faults_strike_no_more()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.FaultAsync("*", "refuse", new { times = -1 });
        await x.ControlAsync(HttpMethod.Delete, "faults");

        Assert.Equal(HttpStatusCode.OK, (await x.MentionsAsync()).Status);
    }
}
