using System.CommandLine;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary><c>restore</c>: puts a backup in the place of the database.</summary>
internal static class RestoreCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var file = new Argument<FileInfo>("file") { Description = "A file made by backup." };
        var command = new Command("restore", "Puts a backup in the place of the SQLite database, which is kept beside it. EngageBot must not run meanwhile.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            house.Services.GetRequiredService<IStartupValidator>().Validate();
            var options = house.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            if (!options.IsSqlite)
                throw new BadInputException("PostgreSQL has its own tools: pg_restore brings a backup of pg_dump back.");
            if (!parsed.GetValue(file)!.Exists)
                throw new BadInputException($"There is no file {parsed.GetValue(file)!.FullName}.");
            Directory.CreateDirectory(Path.GetDirectoryName(Backups.FileOf(options))!);
            using var alone = RunningMark.TakeAlone(options)
                ?? throw new BadInputException($"EngageBot runs on {Backups.FileOf(options)}. Stop it first; nothing was changed.");
            var restored = await ActivatorUtilities.CreateInstance<Restoration>(house.Services).FromAsync(parsed.GetValue(file)!.FullName, cancellationToken);
            Console.WriteLine(OutputFormat.Tsv("restored", Backups.FileOf(options)));
            if (restored.Kept is { } kept)
                Console.WriteLine(OutputFormat.Tsv("kept", kept));
            if (restored.IsSilent)
                Console.WriteLine(OutputFormat.Tsv("not known", "who asked to stop since this backup: the database before could not be read"));
            Console.WriteLine(OutputFormat.Tsv("withdrawn again", $"{restored.Withdrawn}"));
            Console.WriteLine(OutputFormat.Tsv("replies to be looked up", $"{restored.Unclear}"));
            return CommandLine.Done;
        });
        return command;
    }
}
