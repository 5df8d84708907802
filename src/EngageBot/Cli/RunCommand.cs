using EngageBot.Networks;
using EngageBot.People;
using EngageBot.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EngageBot.Cli;

/// <summary>Runs everything until Ctrl+C: listener, desk, poster.</summary>
internal static class RunCommand
{
    public static async Task<int> ExecuteAsync(string[] settings, HouseBuilder build, CancellationToken cancellationToken)
    {
        await using var house = await build(settings, NetworkWish.Live, cancellationToken);
        await house.PrepareAsync(cancellationToken);
        using var mark = RunningMark.Share(house.Services.GetRequiredService<Database>().Options);
        await StartAsync(house, cancellationToken);
        await GreetAsync(house, cancellationToken);
        await house.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }

    /// <summary>What had started already is stopped in order, so that one line tells what failed and nothing else does.</summary>
    private static async Task StartAsync(WebApplication house, CancellationToken cancellationToken)
    {
        try
        {
            await house.StartAsync(cancellationToken);
        }
        catch (Exception trouble) when (trouble is IOException or FormatException)
        {
            await house.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static async Task GreetAsync(WebApplication house, CancellationToken cancellationToken)
    {
        var address = house.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine($"The desk is open at {address}");
        if (house.Services.GetRequiredService<SandboxPlace>().Address is { } page)
            Console.WriteLine($"No X account is configured, so this runs on a sandbox with made-up followers: {page}");
        if (await SetupLinkAsync(house, address, cancellationToken) is { } link)
            Console.WriteLine($"Nobody can sign in yet. Open this link once to make the first admin: {link}");
    }

    /// <summary>Everything runs already: a database that is gone for a moment must not end it.</summary>
    private static async Task<string?> SetupLinkAsync(WebApplication house, string address, CancellationToken cancellationToken)
    {
        try
        {
            return await house.Services.GetRequiredService<SetupLink>().CurrentAsync(address, cancellationToken);
        }
        catch (Exception trouble) when (StorageTrouble.Explain(trouble) is not null)
        {
            Console.Error.WriteLine($"Whether anybody can sign in is not known: {StorageTrouble.Explain(trouble)} If nobody can, start again for the link.");
            return null;
        }
    }
}
