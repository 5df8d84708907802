using EngageBot.Model;
using EngageBot.Networks;
using EngageBot.Networks.X;
using EngageBot.Sandbox.Hosting;
using EngageBot.Sandbox.Square;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Networks;

/// <summary>The X network against the sandbox, which checks every signature and keeps X's rules.</summary>
internal sealed class SandboxedBot(SandboxHost sandbox, ServiceProvider services, FakeTimeProvider clock) : IAsyncDisposable
{
    private readonly HttpClient controls = new() { BaseAddress = sandbox.BaseUri };

    public SandboxHost Sandbox => sandbox;

    public FakeTimeProvider Clock => clock;

    public XNetwork Network => services.GetRequiredService<XNetwork>();

    public User Follower => sandbox.Square.Enrol("follower", "A Follower");

    public static async Task<SandboxedBot> StartAsync(
        string transport, Func<SandboxKeys, Dictionary<string, string?>>? keys = null, SandboxOptions? options = null, string dialect = "post")
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        options ??= new SandboxOptions();
        var sandbox = await SandboxHost.StartAsync(
            options with { HasFollowers = false, Clock = clock, Accounts = ["Lantern", "Lighthouse"], Square = new SquareRules { EscapeHtml = true } }, default);
        var settings = keys?.Invoke(sandbox.Keys) ?? KeysOf(sandbox.Keys);
        (settings["X:BaseUrl"], settings["X:Transport"], settings["X:Dialect"]) = (sandbox.BaseUri.AbsoluteUri, transport, dialect);
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton<EngageBot.Networks.X.Tokens.IXTokenStore>(new MemoryTokenStore());
        collection.AddX(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return new SandboxedBot(sandbox, collection.BuildServiceProvider(), clock);
    }

    public async Task<Account> AccountAsync(int index = 0)
    {
        var self = Assert.IsType<ReadOutcome<Person>.Read>((await Network.OwnAccountsAsync(default))[index]).Value;
        return new Account($"a{index}", "x", self);
    }

    /// <summary>A second later, the follower says this.</summary>
    public string Says(string text, string? inReplyTo = null)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        return sandbox.Square.Publish(new NewPost(Follower, text) { InReplyTo = inReplyTo is null ? null : Find(inReplyTo) }).IdText;
    }

    public EngageBot.Sandbox.Square.Post Find(string id) => sandbox.Square.Find(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))!;

    /// <summary>The first picture of a post, as anybody sees it.</summary>
    public async Task<byte[]> PublicPictureAsync(string postId)
    {
        var posts = await controls.GetFromJsonAsync<System.Text.Json.JsonElement>("/sandbox/public");
        var post = posts.EnumerateArray().Single(post => post.GetProperty("id").GetString() == postId);
        return await controls.GetByteArrayAsync(post.GetProperty("pictures")[0].GetProperty("url").GetString());
    }

    public async Task FaultAsync(string kind, string route) =>
        (await controls.PostAsJsonAsync("/sandbox/faults", new { kind, route })).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        controls.Dispose();
        await services.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    private static Dictionary<string, string?> KeysOf(SandboxKeys keys) => new()
    {
        ["X:ConsumerKey"] = keys.ConsumerKey,
        ["X:ConsumerSecret"] = keys.ConsumerSecret,
        ["X:AccessToken"] = keys.AccessToken,
        ["X:AccessTokenSecret"] = keys.AccessTokenSecret,
        ["X:Accounts:0:AccessToken"] = keys.Accounts[1].AccessToken,
        ["X:Accounts:0:AccessTokenSecret"] = keys.Accounts[1].AccessTokenSecret,
    };
}
