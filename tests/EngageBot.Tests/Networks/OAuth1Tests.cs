using EngageBot.Networks.X.Http;
using EngageBot.Networks.X.Transport;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Networks;

public sealed class OAuth1Tests
{
    private static readonly XCredentials.OAuth1 Keys = new("testkey", "testconsumersecret", "42-testtoken", "testtokensecret");
    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(1750000000));

    [Fact]
    public void A_post_is_signed_without_its_body() =>
        Assert.Equal("LgwOx8KdG19NaK7f+yj6BQ4/iU0=", Signature("https://api.x.com", new(HttpMethod.Post, "/2/tweets", [], """{"text":"x"}""")));

    [Fact]
    public void A_query_is_signed_as_it_is_sent()
    {
        var request = new XRequest(HttpMethod.Get, "/2/users/42/mentions",
            [new("max_results", "5"), new("tweet.fields", "created_at,author_id"), new("start_time", "2026-07-01T00:00:00Z")]);

        Assert.Equal("9lOjig1fr9eZuwPn7rWp//VktcI=", Signature("http://127.0.0.1:8080", request));
        Assert.Equal(
            "http://127.0.0.1:8080/2/users/42/mentions?max_results=5&tweet.fields=created_at%2Cauthor_id&start_time=2026-07-01T00%3A00%3A00Z",
            new Uri(request.Url(new Uri("http://127.0.0.1:8080"))).AbsoluteUri);
    }

    [Fact]
    public void No_two_requests_share_a_nonce()
    {
        var signer = new OAuth1(clock);
        var request = new XRequest(HttpMethod.Get, "/2/users/me", []);

        Assert.NotEqual(signer.Header(request, new Uri("https://api.x.com"), Keys), signer.Header(request, new Uri("https://api.x.com"), Keys));
    }

    private string Signature(string baseUrl, XRequest request) =>
        Signatures.Parts(new OAuth1(clock, () => "nonce1").Header(request, new Uri(baseUrl), Keys))["oauth_signature"];
}
