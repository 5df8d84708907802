using System.CommandLine;
using EngageBot.Conversing;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary><c>backup</c>: one file that holds everything, made while the program runs.</summary>
internal static class BackupCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var file = new Argument<string>("file") { Description = "The file to make; it must not exist yet." };
        var command = new Command("backup", "Copies the SQLite database into one checked file while EngageBot runs. PostgreSQL has pg_dump.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            house.Services.GetRequiredService<IStartupValidator>().Validate();
            var target = Path.GetFullPath(parsed.GetValue(file)!);
            await house.Services.GetRequiredService<Backups>().SaveAsync(target, cancellationToken);
            // EngageBot knows from now on where it lies, and takes out of it what is withdrawn later.
            await house.Services.GetRequiredService<BackupShelf>().NoteAsync(target, cancellationToken);
            Console.WriteLine(OutputFormat.Tsv("backup", target));
            return CommandLine.Done;
        });
        return command;
    }
}
