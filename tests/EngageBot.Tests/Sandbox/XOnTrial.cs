using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EngageBot.Sandbox.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EngageBot.Tests.Sandbox;

/// <summary>A sandbox on a real port with a clock of its own, asked over HTTP as a client of X would ask it.</summary>
internal sealed class XOnTrial : IAsyncDisposable
{
    private readonly SandboxHost host;
    private readonly HttpClient http;
    private int nonces;

    private XOnTrial(SandboxHost host, FakeTimeProvider clock)
    {
        this.host = host;
        Clock = clock;
        http = new HttpClient { BaseAddress = host.BaseUri };
        Me = host.Keys.Accounts[0].UserId;
    }

    public FakeTimeProvider Clock { get; }

    public SandboxKeys Keys => host.Keys;

    public Uri BaseUri => host.BaseUri;

    /// <summary>The id of the account.</summary>
    public string Me { get; }

    public static async Task<XOnTrial> StartAsync(Func<SandboxOptions, SandboxOptions>? choose = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 19, 30, 0, TimeSpan.Zero));
        var options = new SandboxOptions { HasFollowers = false, Clock = clock, Accounts = ["Lantern"] };
        return new XOnTrial(await SandboxHost.StartAsync(choose is null ? options : choose(options), CancellationToken.None), clock);
    }

    public Task<XAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<XAnswer> MentionsAsync(string query = "max_results=100") => GetAsync($"/2/users/{Me}/mentions?{query}");

    public Task<XAnswer> PostAsync(object body) => SendAsync(HttpMethod.Post, "/2/tweets", JsonSerializer.Serialize(body));

    public Task<XAnswer> ReplyAsync(string to, string text) => PostAsync(new { text, reply = new { in_reply_to_tweet_id = to } });

    /// <summary>Signed by the account with OAuth 1.0a.</summary>
    public Task<XAnswer> SendAsync(HttpMethod method, string path, string? body = null, int account = 0)
    {
        var keys = Keys.Accounts[account];
        var signer = new OAuth1Signer(Keys.ConsumerKey, Keys.ConsumerSecret, keys.AccessToken, keys.AccessTokenSecret);
        var header = signer.Header(
            method.Method, new Uri(BaseUri, path), Clock.GetUtcNow().ToUnixTimeSeconds(), $"nonce{Interlocked.Increment(ref nonces)}");
        return SendAsync(method, path, AuthenticationHeaderValue.Parse(header), body);
    }

    public Task<XAnswer> GetAsync(string path, string bearer) =>
        SendAsync(HttpMethod.Get, path, new AuthenticationHeaderValue("Bearer", bearer));

    public async Task<XAnswer> SendAsync(HttpMethod method, string path, AuthenticationHeaderValue? authorization, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = authorization;
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        return await XAnswer.ReadAsync(response);
    }

    public async Task<XAnswer> FormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await XAnswer.ReadAsync(response);
    }

    /// <summary>A follower posts; the id of the post.</summary>
    public async Task<string> SaysAsync(string who, string text, string? replyTo = null, double? lateBy = null) =>
        (await ControlAsync(HttpMethod.Post, "posts", new { @as = who, text, replyTo, lateBy })).Body.GetProperty("id").GetString()!;

    public Task FaultAsync(string route, string kind, object? more = null)
    {
        var fault = JsonSerializer.SerializeToNode(more ?? new { })!;
        fault["route"] = route;
        fault["kind"] = kind;
        return ControlAsync(HttpMethod.Post, "faults", fault);
    }

    public async Task<XAnswer> ControlAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/sandbox/" + path);
        if (body is not null)
            request.Content = body is string text ? new StringContent(text) : JsonContent.Create(body);
        using var response = await http.SendAsync(request);
        return await XAnswer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }
}

/// <summary>A whole answer, read before the connection is gone.</summary>
internal sealed record XAnswer(HttpStatusCode Status, string Text, Dictionary<string, string> Headers)
{
    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public JsonElement Data => Body.GetProperty("data");

    public JsonElement Meta => Body.GetProperty("meta");

    /// <summary>The id of the single post that the answer carries.</summary>
    public string Id => Data.GetProperty("id").GetString()!;

    public string[] Ids => Body.TryGetProperty("data", out var data)
        ? [.. data.EnumerateArray().Select(post => post.GetProperty("id").GetString()!)]
        : [];

    public string? NextToken => Meta.TryGetProperty("next_token", out var token) ? token.GetString() : null;

    public string? PreviousToken => Meta.TryGetProperty("previous_token", out var token) ? token.GetString() : null;

    public string Detail => Body.GetProperty("detail").GetString()!;

    public static async Task<XAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(),
        response.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => string.Join(',', pair.Value)));
}
