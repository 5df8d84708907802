using System.Net;
using EngageBot.Sandbox.Api;
using EngageBot.Sandbox.Auth;
using EngageBot.Sandbox.Control;
using EngageBot.Sandbox.Faults;
using EngageBot.Sandbox.Followers;
using EngageBot.Sandbox.Limits;
using EngageBot.Sandbox.Play;
using EngageBot.Sandbox.Square;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EngageBot.Sandbox.Hosting;

/// <summary>A running X on this computer; disposing it stops it.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CancellationTokenSource stop = new();
    private readonly Task play;

    private SandboxHost(WebApplication app, PublicSquare square, SandboxKeys keys, IEnumerable<Director> directors)
    {
        this.app = app;
        Square = square;
        Keys = keys;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseUri = new Uri(address);
        play = Task.WhenAll(directors.Select(director => Task.Run(() => director.PlayAsync(stop.Token))));
    }

    public Uri BaseUri { get; }

    public SandboxKeys Keys { get; }

    /// <summary>All that is public, without the way over HTTP.</summary>
    public PublicSquare Square { get; }

    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var clock = options.Clock;
        var square = new PublicSquare(clock, options.Square);
        var accounts = options.Accounts.Select(handle => square.Enrol(handle, Spaced(handle))).ToList();
        var keyring = new Keyring(options.Seed, accounts);
        var tokens = new TokenBook(keyring, clock);
        var readership = new Readership(square, accounts);
        var faults = new FaultBook(options.Seed);
        var limits = new RateLimits(clock, options.RateLimits);
        var ledger = new Ledger();
        var pace = new Pace(options.Speed, clock);

        var app = Build(options);
        var server = new XServer(
            square,
            new Gatekeeper(keyring, new OAuth1Verifier(keyring, clock, options.PublicBase), tokens),
            limits,
            ledger,
            new FaultDesk(faults, tokens, clock),
            new Speech(clock, options.Dialect, options.OneDialect));
        var posts = new PostDesk(square, options.Rules, new DuplicateMemory(square));
        foreach (var route in new XRoutes(
            new Users(square), new Timelines(square, readership), new Lookup(square), new Search(square), posts, new Usage(ledger)).All)
            server.Map(app, route);
        new TokenDesk(keyring, tokens, clock).Map(app);
        new ControlRoom(
            new Stage(square, accounts, faults),
            new Replay(square, accounts, readership, faults, clock),
            new Gauges(square, accounts, readership, ledger, limits, pace),
            faults,
            limits,
            pace).Map(app);
        app.MapFallback(http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });

        await app.StartAsync(cancellationToken);
        var directors = options.HasFollowers
            ? accounts.Select((account, index) => new Director(
                square, account, new Troupe(options.Seed + index, account.Handle), options.Opening, pace, readership, faults, clock))
            : [];
        return new SandboxHost(app, square, SandboxKeys.From(keyring, tokens), directors);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await play;
        await app.StopAsync();
        await app.DisposeAsync();
        stop.Dispose();
    }

    // An empty builder reads neither the settings nor the environment of the program it runs in.
    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var app = builder.Build();
        app.UseRouting();
        return app;
    }

    private static string Spaced(string handle) =>
        string.Concat(handle.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).Replace('_', ' ');

    /// <summary>Leaves Ctrl+C to the program around it.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
