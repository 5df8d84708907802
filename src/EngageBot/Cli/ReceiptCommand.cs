using System.CommandLine;
using System.Globalization;
using EngageBot.Approving;
using EngageBot.Model;

namespace EngageBot.Cli;

/// <summary><c>receipt</c>: the proof that nothing was lost.</summary>
internal static class ReceiptCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var day = new Option<string?>("--day") { Description = "Only mentions first seen on this day (UTC), for example 2026-05-31." };
        var format = OutputFormat.Option();
        var command = new Command("receipt", "Prints how many mentions were seen and where each of them stands; exit code 1 when the two do not agree.") { day, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (from, until) = Span(parsed.GetValue(day));
            await using var house = await build(settings, NetworkWish.None, cancellationToken);
            await house.PrepareAsync(cancellationToken);
            var receipt = await house.Services.GetRequiredService<Receipts>().ForAsync(from, until, cancellationToken);
            Print(receipt, parsed.GetValue(format)!);
            return receipt.Balanced ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    public static void Print(Receipt receipt, string format = "tsv")
    {
        if (format == "json")
        {
            Console.WriteLine(OutputFormat.JsonLine(new
            {
                seen = receipt.Seen,
                standing = receipt.Standing.ToDictionary(pair => Words.Of(pair.Key), pair => pair.Value),
                balanced = receipt.Balanced,
            }));
            return;
        }
        Console.WriteLine(OutputFormat.Tsv("seen", $"{receipt.Seen}"));
        foreach (var (state, count) in receipt.Standing)
            Console.WriteLine(OutputFormat.Tsv(Words.Of(state), $"{count}"));
        Console.WriteLine(OutputFormat.Tsv("balanced", receipt.Balanced ? "yes" : "NO"));
    }

    private static (DateTimeOffset? From, DateTimeOffset? Until) Span(string? day)
    {
        if (day is null)
            return (null, null);
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new BadInputException($"'{day}' is not a day. Write it as 2026-05-31.");
        var from = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return (from, from.AddDays(1));
    }
}
