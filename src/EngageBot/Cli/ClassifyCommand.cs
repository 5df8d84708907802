using System.CommandLine;
using System.Globalization;
using EngageBot.Model;
using EngageBot.Reading;

namespace EngageBot.Cli;

/// <summary><c>classify</c>: what each mention of a file wants.</summary>
internal static class ClassifyCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var file = new Argument<FileInfo?>("file") { Description = "A mention a line; standard input when left out.", DefaultValueFactory = _ => null };
        var format = OutputFormat.Option();
        var command = new Command("classify", "Prints for each line: intent, confidence, reply welcome (y/n), language, reasons.") { file, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var lines = InputLines.Of(parsed.GetValue(file));
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            var reader = house.Services.GetRequiredService<MentionReader>();
            var print = parsed.GetValue(format) == "json" ? (Func<Understanding, string>)Json : Tsv;
            await using var output = new StreamWriter(Console.OpenStandardOutput());
            foreach (var line in lines)
                await output.WriteLineAsync(print(reader.Read(Stranger.Post(line), Stranger.Account)));
            return CommandLine.Done;
        });
        return command;
    }

    private static string Tsv(Understanding understanding) => OutputFormat.Tsv(
        Words.Of(understanding.Intent),
        understanding.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
        understanding.ReplyWelcome ? "y" : "n",
        understanding.Language,
        string.Join("; ", understanding.Reasons));

    private static string Json(Understanding understanding) => OutputFormat.JsonLine(new
    {
        intent = Words.Of(understanding.Intent),
        confidence = Math.Round(understanding.Confidence, 3),
        replyWelcome = understanding.ReplyWelcome,
        language = understanding.Language,
        reasons = understanding.Reasons,
    });
}
