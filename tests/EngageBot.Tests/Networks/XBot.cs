using EngageBot.Model;
using EngageBot.Networks.X;
using EngageBot.Networks.X.Tokens;
using EngageBot.Networks.X.Transport;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EngageBot.Tests.Networks;

/// <summary>The X network as the program builds it, against a scripted server and a clock that only tests move.</summary>
internal sealed class XBot : IAsyncDisposable
{
    public static readonly XCredentials.OAuth1 Keys = new("consumerkey1", "SECRETconsumer", "42-accesstoken", "SECRETaccess");
    public static readonly Account Account = new("a1", "x", new Person("42", "playhouse", "The Playhouse"));
    private const string Me = """{"data":{"id":"42","name":"The Playhouse","username":"playhouse"}}""";

    private readonly ServiceProvider services;

    private XBot(ScriptedX server, FakeTimeProvider clock, Dictionary<string, string?> settings, Action<IServiceCollection>? replace)
    {
        (Server, Clock) = (server, clock);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        replace?.Invoke(collection);
        collection.AddX(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services = collection.BuildServiceProvider();
    }

    public ScriptedX Server { get; }

    public FakeTimeProvider Clock { get; }

    public XNetwork Network => services.GetRequiredService<XNetwork>();

    public IXTransport Transport => services.GetRequiredService<IXTransport>();

    public FakeLogCollector Logs => services.GetFakeLogCollector();

    /// <summary>A bot that has already learnt whose keys it has.</summary>
    public static async Task<XBot> StartAsync(
        string transport = "HttpClient", Dictionary<string, string?>? settings = null, IXTokenStore? store = null, bool knowsItself = true)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var server = await ScriptedX.StartAsync(clock);
        var all = new Dictionary<string, string?> { ["X:BaseUrl"] = server.BaseUrl, ["X:Transport"] = transport, ["X:TimeoutSeconds"] = "300" };
        foreach (var (name, value) in settings ?? [])
            all[name] = value;
        if (!all.Keys.Any(name => name.Contains("OAuth2", StringComparison.Ordinal) || name.Contains("Accounts", StringComparison.Ordinal)))
        {
            (all["X:ConsumerKey"], all["X:ConsumerSecret"]) = (Keys.ConsumerKey, Keys.ConsumerSecret);
            (all["X:AccessToken"], all["X:AccessTokenSecret"]) = (Keys.AccessToken, Keys.AccessTokenSecret);
        }

        var bot = new XBot(server, clock, all, collection => collection.AddSingleton(store ?? new MemoryTokenStore()));
        if (knowsItself)
            await bot.LearnWhoItIsAsync();
        return bot;
    }

    public async Task LearnWhoItIsAsync()
    {
        Server.Answers(200, Me);
        Assert.IsType<EngageBot.Networks.ReadOutcome<XIdentity>.Read>(await Network.WhoAmIAsync(0, default));
        Server.Requests.Clear();
    }

    /// <summary>Moves the clock in small steps until the work is done, so that waiting costs no time.</summary>
    public async Task<T> PatientlyAsync<T>(Task<T> work)
    {
        for (var steps = 0; !work.IsCompleted; steps++)
        {
            Assert.True(steps < 3000, "This takes longer than anybody would wait.");
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await work;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
        Assert.Empty(Server.Unforeseen);
        Assert.Equal(0, Server.Unused);
    }
}
