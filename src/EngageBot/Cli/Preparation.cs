using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary>What every command that uses the store does first.</summary>
internal static class Preparation
{
    /// <summary>Checks the settings before anything is touched, then brings the database up to date.</summary>
    public static async Task PrepareAsync(this WebApplication house, CancellationToken cancellationToken)
    {
        house.Services.GetRequiredService<IStartupValidator>().Validate();
        await house.Services.GetRequiredService<Migrations>().ApplyAsync(cancellationToken);
    }
}
