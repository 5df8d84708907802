using System.CommandLine;
using EngageBot.Listening;
using EngageBot.Networks.X;
using EngageBot.Reporting;
using EngageBot.Storage;
using Microsoft.Extensions.Options;

namespace EngageBot.Cli;

/// <summary><c>replay</c>: feeds a file of mentions through the sandbox into the queue; may be interrupted and repeated at any time.</summary>
internal static class ReplayCommand
{
    // The mentions timeline holds 800; a chunk must be stored whole before the next may push it out.
    private const int Chunk = 700;

    // Replaying is a matter of minutes, not of a day's mentions. Nobody needs the desk meanwhile.
    private static readonly string[] OwnSettings = ["--Listening:FastestSeconds=0.05", "--Listening:SlowestSeconds=0.5", "--urls=http://127.0.0.1:0"];

    public static Command Create(string[] settings, HouseBuilder build)
    {
        var file = new Argument<FileInfo>("file") { Description = "Lines of id, tab, text." };
        var command = new Command("replay", "Posts each line of a file as a mention in the sandbox, at the pace the queue takes them, and prints the receipt.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var source = parsed.GetValue(file)!;
            var lines = Read(source);
            await using var house = await build([.. OwnSettings, .. settings], NetworkWish.Quiet, cancellationToken);
            return await ReplayAsync(house, source.Name, lines, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReplayAsync(WebApplication house, string name, List<string> lines, CancellationToken cancellationToken)
    {
        var sandbox = new Uri(house.Services.GetRequiredService<IOptions<XOptions>>().Value.BaseUrl);
        if (!sandbox.IsLoopback)
            throw new BadInputException($"replay feeds a sandbox only, and X:BaseUrl is {sandbox}. Run it without keys, or with those of a local sandbox.");
        await house.PrepareAsync(cancellationToken);
        await house.StartAsync(cancellationToken);
        var account = (await house.Services.GetRequiredService<OwnAccounts>().WhenKnownAsync(cancellationToken))[0];
        using var feed = new ReplayFeed(sandbox, name, house.Services.GetRequiredService<Database>(), house.Services.GetRequiredService<TimeProvider>());
        var missing = 0L;
        for (var done = 0; done < lines.Count; done += Chunk)
        {
            var chunk = lines.Slice(done, Math.Min(Chunk, lines.Count - done));
            missing += await feed.FeedAsync(account, chunk, cancellationToken);
            await Console.Error.WriteLineAsync($"{done + chunk.Count} of {lines.Count}");
        }
        await house.StopAsync(cancellationToken);
        var receipt = await house.Services.GetRequiredService<Receipts>().ForAsync(null, null, cancellationToken);
        Console.WriteLine(OutputFormat.Tsv("replayed", $"{lines.Count}"));
        Console.WriteLine(OutputFormat.Tsv("missing", $"{missing}"));
        ReceiptCommand.Print(receipt);
        return receipt.Balanced && missing == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    private static List<string> Read(FileInfo file)
    {
        var lines = InputLines.Of(file).Where(line => line.Length > 0).ToList();
        var wrong = lines.FindIndex(line => line.IndexOf('\t', StringComparison.Ordinal) < 1);
        if (wrong >= 0)
            throw new BadInputException($"{file.Name}, line {wrong + 1}: expected an id, a tab and a text. Nothing was replayed.");
        return lines;
    }
}
