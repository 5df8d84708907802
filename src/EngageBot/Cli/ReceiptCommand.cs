using System.CommandLine;
using System.Globalization;
using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.Posting;

namespace EngageBot.Cli;

/// <summary><c>receipt</c>: the proof that nothing was lost.</summary>
internal static class ReceiptCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var day = new Option<string?>("--day") { Description = "Only mentions first seen on this day (UTC), for example 2026-05-31." };
        var compare = new Option<bool>("--compare") { Description = "Also hold the replies called sent against what our timeline shows; of the last day when no day is named." };
        var format = OutputFormat.Option();
        var command = new Command("receipt", "Prints how many mentions were seen and where each of them stands; exit code 1 when the two do not agree.") { day, compare, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (from, until) = Span(parsed.GetValue(day));
            var isCompared = parsed.GetValue(compare);
            await using var house = await build(settings, isCompared ? NetworkWish.Quiet : NetworkWish.None, cancellationToken);
            await house.PrepareAsync(cancellationToken);
            var receipt = await house.Services.GetRequiredService<Receipts>().ForAsync(from, until, cancellationToken);
            Print(receipt, parsed.GetValue(format)!);
            var agrees = !isCompared || await CompareAsync(house, from, until, cancellationToken);
            return receipt.Balanced && agrees ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<bool> CompareAsync(WebApplication house, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var now = house.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var compared = await house.Services.GetRequiredService<Reconciliation>().OfAsync(from ?? now.AddDays(-1), until ?? now, cancellationToken);
        if (compared.Problem is { } problem)
            throw new BadInputException($"Our timeline could not be read: {problem}");
        Console.WriteLine(OutputFormat.Tsv("replies sent", $"{compared.Sent}"));
        Console.WriteLine(OutputFormat.Tsv("posts by hand", $"{compared.ByHand}"));
        foreach (var difference in compared.Differences)
            Console.WriteLine(OutputFormat.Tsv(difference.Kind == DifferenceKind.NotShown ? "sent, not shown" : "shown, not known", difference.PostId));
        Console.WriteLine(OutputFormat.Tsv("agrees with the timeline", compared.Agrees ? "yes" : "NO"));
        return compared.Agrees;
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
