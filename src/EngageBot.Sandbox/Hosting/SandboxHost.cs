using System.Net;
using EngageBot.Sandbox.Square;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EngageBot.Sandbox.Hosting;

/// <summary>A running X on this computer; disposing it stops it.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private const long LargestReplay = 256 << 20;
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);

    private readonly WebApplication app;
    private readonly Machinery machinery;
    private readonly CancellationTokenSource stop = new();
    private readonly Task play;

    private SandboxHost(WebApplication app, Machinery machinery)
    {
        this.app = app;
        this.machinery = machinery;
        Square = machinery.Square;
        Keys = machinery.Keys;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseUri = new Uri(address);
        play = Task.WhenAll(machinery.Directors.Select(director => Task.Run(() => director.PlayAsync(stop.Token))));
    }

    public Uri BaseUri { get; }

    public SandboxKeys Keys { get; }

    /// <summary>All that is public, without the way over HTTP.</summary>
    public PublicSquare Square { get; }

    /// <summary>Raised when an OAuth 2.0 sign-in was renewed, before its answer leaves.</summary>
    internal event Action? SignInRenewed
    {
        add => machinery.Tokens.Refreshed += value;
        remove => machinery.Tokens.Refreshed -= value;
    }

    /// <summary>As <see cref="Keys"/>, with OAuth 2.0 tokens of a new sign-in.</summary>
    internal SandboxKeys SignInAgain() => machinery.SignInAgain();

    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var machinery = new Machinery(options);
        var app = Build(options);
        machinery.Map(app);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            machinery.Dispose(); // lets go of the data file for another try
            throw;
        }

        return new SandboxHost(app, machinery);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await play;
        await app.StopAsync();
        await app.DisposeAsync();
        machinery.Dispose();
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
            // A replayed file is read no faster than its mentions are.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MaxRequestBodySize = LargestReplay;
        });
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LastMoment);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        var app = builder.Build();
        app.UseRouting();
        return app;
    }

    /// <summary>Leaves Ctrl+C to the program around it.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
