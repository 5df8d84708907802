using EngageBot.Networks;
using EngageBot.Networks.X;
using EngageBot.Sandbox.Hosting;
using EngageBot.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace EngageBot.Cli;

/// <summary>Stands in for X when no account is configured, so that the first run shows the real thing end to end.</summary>
internal static class EmbeddedSandbox
{
    /// <summary>Starts the sandbox where one is needed and configures X to mean it.</summary>
    public static async Task AddSandboxIfNeededAsync(this WebApplicationBuilder builder, NetworkWish wish, CancellationToken cancellationToken)
    {
        var configured = builder.Configuration.GetSection(XOptions.Section).Get<XOptions>() is { IsConfigured: true };
        if (wish == NetworkWish.None || configured)
            return;
        var settings = builder.Configuration.GetSection(EmbeddedSandboxOptions.Section).Get<EmbeddedSandboxOptions>() ?? new EmbeddedSandboxOptions();
        var sandbox = await StartAsync(builder.Configuration, settings, wish, cancellationToken);
        builder.Configuration.AddInMemoryCollection(KeysOf(sandbox));
        // Registered first, so it stops last: a reply on its way still finds its network.
        builder.Services.AddHostedService(_ => new SandboxKeeper(sandbox));
        builder.Services.AddSingleton(new SandboxPlace(new Uri(sandbox.BaseUri, "sandbox").AbsoluteUri));
    }

    private static async Task<SandboxHost> StartAsync(IConfiguration configuration, EmbeddedSandboxOptions settings, NetworkWish wish, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions
        {
            Port = wish == NetworkWish.Live ? settings.Port : 0,
            Seed = settings.Seed,
            Speed = settings.Speed,
            Accounts = settings.Accounts is { Length: > 0 } accounts ? accounts : ["HarbourTheatre"],
            HasFollowers = wish == NetworkWish.Live && settings.Followers,
            RateLimits = wish == NetworkWish.Live,
            DataFile = DataFile(configuration),
        };
        try
        {
            return await SandboxHost.StartAsync(options, cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException && options.Port != 0)
        {
            // The port is only a convenience: the notice names the address in any case.
            return await SandboxHost.StartAsync(options with { Port = 0 }, cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is not AddressInUseException)
        {
            throw new BadInputException($"The sandbox's file {options.DataFile} cannot be used: {exception.Message} Is another EngageBot running on it? Stop that one first.");
        }
    }

    /// <summary>
    /// The made-up world belongs to the store that remembers its mentions: beside the SQLite file, and as lasting.
    /// Otherwise a restart would leave the desk full of mentions that nobody ever wrote.
    /// </summary>
    private static string DataFile(IConfiguration configuration)
    {
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        var database = storage.IsSqlite ? new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource : Path.Combine("data", "engagebot");
        return Path.ChangeExtension(database, ".sandbox.jsonl");
    }

    private static IEnumerable<KeyValuePair<string, string?>> KeysOf(SandboxHost sandbox)
    {
        yield return new("X:BaseUrl", sandbox.BaseUri.AbsoluteUri.TrimEnd('/'));
        foreach (var (index, account) in sandbox.Keys.Accounts.Index())
        {
            yield return new($"X:Accounts:{index}:ConsumerKey", sandbox.Keys.ConsumerKey);
            yield return new($"X:Accounts:{index}:ConsumerSecret", sandbox.Keys.ConsumerSecret);
            yield return new($"X:Accounts:{index}:AccessToken", account.AccessToken);
            yield return new($"X:Accounts:{index}:AccessTokenSecret", account.AccessTokenSecret);
        }
    }

    private sealed class SandboxKeeper(SandboxHost sandbox) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => sandbox.DisposeAsync().AsTask();
    }
}
