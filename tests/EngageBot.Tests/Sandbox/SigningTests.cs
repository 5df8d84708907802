using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace EngageBot.Tests.Sandbox;

public sealed class SigningTests
{
    [Theory]
    [InlineData("POST", "https://api.x.com/2/tweets", "LgwOx8KdG19NaK7f+yj6BQ4/iU0=")]
    [InlineData(
        "GET",
        "http://127.0.0.1:8080/2/users/42/mentions?max_results=5&tweet.fields=created_at%2Cauthor_id&start_time=2026-07-01T00%3A00%3A00Z",
        "9lOjig1fr9eZuwPn7rWp//VktcI=")]
    public void The_tests_sign_as_the_published_vectors_do(string method, string url, string signature)
    {
        var signer = new OAuth1Signer("testkey", "testconsumersecret", "42-testtoken", "testtokensecret");

        var header = signer.Header(method, new Uri(url), 1_750_000_000, "nonce1");

        Assert.Contains($"oauth_signature=\"{Uri.EscapeDataString(signature)}\"", header, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_request_is_answered_as_the_account()
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.GetAsync("/2/users/me");

        Assert.Equal("Lantern", answer.Data.GetProperty("username").GetString());
    }

    [Fact]
    public async Task Any_change_to_a_signed_request_is_refused()
    {
        await using var x = await XOnTrial.StartAsync();
        var signed = Header(x, "/2/users/me?user.fields=created_at");

        var answer = await x.SendAsync(HttpMethod.Get, "/2/users/me?user.fields=verified", signed);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Unauthorized", answer.Detail);
    }

    [Fact]
    public async Task A_nonce_serves_once()
    {
        await using var x = await XOnTrial.StartAsync();
        var signed = Header(x, "/2/users/me");

        var first = await x.SendAsync(HttpMethod.Get, "/2/users/me", signed);
        var second = await x.SendAsync(HttpMethod.Get, "/2/users/me", signed);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (first.Status, second.Status));
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task A_wrong_clock_is_refused(int minutes)
    {
        await using var x = await XOnTrial.StartAsync();
        var signed = Header(x, "/2/users/me", TimeSpan.FromMinutes(minutes));

        var answer = await x.SendAsync(HttpMethod.Get, "/2/users/me", signed);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nonsense")]
    [InlineData("OAuth oauth_token=\"x\"")]
    [InlineData("OAuth garbage")]
    [InlineData("Basic abc")]
    public async Task Without_good_credentials_nothing_is_said(string? header)
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.SendAsync(HttpMethod.Get, "/2/users/me", header is null ? null : AuthenticationHeaderValue.Parse(header));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Fact]
    public async Task Behind_a_proxy_the_address_of_the_proxy_may_be_signed()
    {
        await using var x = await XOnTrial.StartAsync(options => options with { PublicBase = new Uri("https://x.example.org") });
        var signed = Header(x, "https://x.example.org/2/users/me");

        Assert.Equal(HttpStatusCode.OK, (await x.SendAsync(HttpMethod.Get, "/2/users/me", signed)).Status);
    }

    [Fact]
    public async Task An_app_has_no_account_to_ask_about_or_to_post_from()
    {
        await using var x = await XOnTrial.StartAsync();

        var me = await x.GetAsync("/2/users/me", x.Keys.BearerToken);
        var post = await x.SendAsync(
            HttpMethod.Post, "/2/tweets", new AuthenticationHeaderValue("Bearer", x.Keys.BearerToken), """{"text":"hello"}""");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (me.Status, post.Status));
        Assert.EndsWith("unsupported-authentication", me.Body.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Usage_is_told_to_the_app_alone()
    {
        await using var x = await XOnTrial.StartAsync();

        var asUser = await x.GetAsync("/2/usage/tweets");
        var asApp = await x.GetAsync("/2/usage/tweets", x.Keys.BearerToken);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (asUser.Status, asApp.Status));
        Assert.Equal("3000000", asApp.Data.GetProperty("project_cap").GetString());
    }

    [Fact]
    public async Task An_access_token_lasts_two_hours_and_its_refresh_token_serves_once()
    {
        await using var x = await XOnTrial.StartAsync();
        x.Clock.Advance(TimeSpan.FromMinutes(121));
        var expired = await x.GetAsync("/2/users/me", x.Keys.OAuth2AccessToken);

        var renewed = await RefreshAsync(x, x.Keys.OAuth2RefreshToken);
        var again = await RefreshAsync(x, x.Keys.OAuth2RefreshToken);
        var answer = await x.GetAsync("/2/users/me", renewed.Body.GetProperty("access_token").GetString()!);

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Equal(7200, renewed.Body.GetProperty("expires_in").GetInt32());
        Assert.NotEqual(x.Keys.OAuth2RefreshToken, renewed.Body.GetProperty("refresh_token").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Somebody_who_does_not_know_the_client_cannot_refresh()
    {
        await using var x = await XOnTrial.StartAsync();

        var answer = await x.FormAsync(
            "/2/oauth2/token", ("grant_type", "refresh_token"), ("refresh_token", x.Keys.OAuth2RefreshToken), ("client_id", "other"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Theory]
    [InlineData("correct-verifier", HttpStatusCode.OK)]
    [InlineData("another-verifier", HttpStatusCode.BadRequest)]
    public async Task A_code_is_exchanged_only_with_the_verifier_it_was_asked_with(string verifier, HttpStatusCode expected)
    {
        await using var x = await XOnTrial.StartAsync();
        var code = await ConsentAsync(x, "tweet.read users.read");

        var answer = await RedeemAsync(x, code, verifier);

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task A_token_without_the_scope_to_write_may_only_read()
    {
        await using var x = await XOnTrial.StartAsync();
        var granted = await RedeemAsync(x, await ConsentAsync(x, "tweet.read users.read"), "correct-verifier");
        var token = granted.Body.GetProperty("access_token").GetString()!;

        var read = await x.GetAsync("/2/users/me", token);
        var write = await x.SendAsync(HttpMethod.Post, "/2/tweets", new AuthenticationHeaderValue("Bearer", token), """{"text":"hello"}""");

        Assert.False(granted.Body.TryGetProperty("refresh_token", out _));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (read.Status, write.Status));
    }

    [Fact]
    public async Task A_code_lives_thirty_seconds()
    {
        await using var x = await XOnTrial.StartAsync();
        var code = await ConsentAsync(x, "tweet.read users.read");
        x.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(HttpStatusCode.BadRequest, (await RedeemAsync(x, code, "correct-verifier")).Status);
    }

    private static async Task<string> ConsentAsync(XOnTrial x, string scope)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = x.BaseUri };
        var challenge = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes("correct-verifier")))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["response_type"] = "code",
            ["client_id"] = x.Keys.OAuth2ClientId,
            ["redirect_uri"] = "http://127.0.0.1/callback",
            ["scope"] = scope,
            ["state"] = "s1",
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
            ["account"] = "Lantern",
        });
        using var answer = await browser.PostAsync(new Uri("/i/oauth2/authorize", UriKind.Relative), form);
        return answer.Headers.Location!.Query.Split("code=")[1];
    }

    private static Task<XAnswer> RedeemAsync(XOnTrial x, string code, string verifier) => x.FormAsync(
        "/2/oauth2/token",
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", "http://127.0.0.1/callback"),
        ("client_id", x.Keys.OAuth2ClientId),
        ("code_verifier", verifier));

    private static Task<XAnswer> RefreshAsync(XOnTrial x, string token) => x.FormAsync(
        "/2/oauth2/token", ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", x.Keys.OAuth2ClientId));

    private static AuthenticationHeaderValue Header(XOnTrial x, string url, TimeSpan skew = default)
    {
        var signer = new OAuth1Signer(x.Keys.ConsumerKey, x.Keys.ConsumerSecret, x.Keys.AccessToken, x.Keys.AccessTokenSecret);
        return AuthenticationHeaderValue.Parse(signer.Header(
            "GET", new Uri(x.BaseUri, url), x.Clock.GetUtcNow().Add(skew).ToUnixTimeSeconds(), "only-once"));
    }
}
