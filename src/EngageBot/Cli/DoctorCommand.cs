using System.CommandLine;

namespace EngageBot.Cli;

/// <summary><c>doctor</c>: looks at everything a run needs and says what to mend.</summary>
internal static class DoctorCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var command = new Command("doctor", "Checks configuration, library, database, keys and clock; says what to mend. Exit code 1 when something must be mended.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var house = await build(settings, NetworkWish.Quiet, cancellationToken);
            var healthy = true;
            foreach (var check in Examinations.All)
            {
                await foreach (var finding in check(house.Services, cancellationToken))
                {
                    Console.WriteLine(OutputFormat.Tsv(finding.Grade.ToString().ToLowerInvariant(), finding.Sentence));
                    healthy &= finding.Grade != Grade.Mend;
                }
            }
            return healthy ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }
}
