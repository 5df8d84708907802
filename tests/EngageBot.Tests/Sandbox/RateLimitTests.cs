using System.Globalization;
using System.Net;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Every_answer_tells_what_is_left_of_the_window()
    {
        await using var x = await XOnTrial.StartAsync();

        await x.MentionsAsync();
        var second = await x.MentionsAsync();

        Assert.Equal(("300", "298"), (second.Headers["x-rate-limit-limit"], second.Headers["x-rate-limit-remaining"]));
        Assert.Equal(
            x.Clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            second.Headers["x-rate-limit-reset"]);
        Assert.Equal(x.Clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture), second.Headers["date"]);
    }

    [Fact]
    public async Task A_used_up_window_refuses_with_its_own_headers_until_it_turns()
    {
        await using var x = await XOnTrial.StartAsync();
        await LimitAsync(x, "GET /2/users/{id}/mentions", user: 2);
        await x.MentionsAsync();
        await x.MentionsAsync();

        var refused = await x.MentionsAsync();
        var elsewhere = await x.GetAsync("/2/users/me");
        var asApp = await x.GetAsync($"/2/users/{x.Me}/mentions", x.Keys.BearerToken);
        x.Clock.Advance(TimeSpan.FromMinutes(15));
        var afterwards = await x.MentionsAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(("2", "0"), (refused.Headers["x-rate-limit-limit"], refused.Headers["x-rate-limit-remaining"]));
        Assert.Equal("Too Many Requests", refused.Detail);
        Assert.All([elsewhere, asApp, afterwards], answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }

    [Fact]
    public async Task Windows_can_be_shortened_so_that_a_trial_sees_several()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.ControlAsync(HttpMethod.Put, "limits", new { windowSeconds = 20, routes = new Dictionary<string, object> { ["GET /2/users/me"] = new { user = 1 } } });
        await x.GetAsync("/2/users/me");

        var refused = await x.GetAsync("/2/users/me");
        x.Clock.Advance(TimeSpan.FromSeconds(20));
        var afterwards = await x.GetAsync("/2/users/me");

        Assert.Equal([HttpStatusCode.TooManyRequests, HttpStatusCode.OK], [refused.Status, afterwards.Status]);
    }

    [Fact]
    public async Task Each_account_has_a_window_of_its_own()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { Accounts = ["Lantern", "Gallery"] });
        await LimitAsync(x, "GET /2/users/me", user: 1);
        await x.GetAsync("/2/users/me");

        Assert.Equal(HttpStatusCode.OK, (await x.SendAsync(HttpMethod.Get, "/2/users/me", account: 1)).Status);
    }

    [Fact]
    public async Task The_day_of_posts_ends_with_requests_left_in_the_window()
    {
        await using var x = await XOnTrial.StartAsync();
        await LimitAsync(x, "POST /2/tweets", user: 100, day: 2);
        await x.PostAsync(new { text = "one" });
        var last = await x.PostAsync(new { text = "two" });

        var refused = await x.PostAsync(new { text = "three" });

        Assert.Equal("0", last.Headers["x-app-limit-24hour-remaining"]);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("98", refused.Headers["x-rate-limit-remaining"]);
    }

    [Fact]
    public async Task Limits_can_be_switched_off()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { RateLimits = false });
        await LimitAsync(x, "GET /2/users/me", user: 1);
        await x.GetAsync("/2/users/me");

        Assert.Equal(HttpStatusCode.OK, (await x.GetAsync("/2/users/me")).Status);
    }

    [Fact]
    public async Task What_is_refused_for_its_credentials_is_not_counted()
    {
        await using var x = await XOnTrial.StartAsync();
        await x.GetAsync("/2/users/me", "nonsense");

        Assert.Equal("74", (await x.GetAsync("/2/users/me")).Headers["x-rate-limit-remaining"]);
    }

    private static Task LimitAsync(XOnTrial x, string route, int user, int? day = null) => x.ControlAsync(
        HttpMethod.Put, "limits", new { routes = new Dictionary<string, object> { [route] = new { user, app = 100, day } } });
}
