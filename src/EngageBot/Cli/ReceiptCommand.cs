using System.CommandLine;
using System.Globalization;
using EngageBot.Model;
using EngageBot.Reporting;

namespace EngageBot.Cli;

/// <summary><c>receipt</c>: the proof that nothing was lost.</summary>
internal static class ReceiptCommand
{
    public static Command Create(string[] settings, HouseBuilder build)
    {
        var day = new Option<string?>("--day") { Description = "Only mentions first seen on this day (UTC), for example 2026-05-31." };
        var compare = new Option<bool>("--compare") { Description = "Also hold the replies called sent and the mentions held against what X shows; of the last day when no day is named." };
        var format = OutputFormat.Option();
        var command = new Command("receipt", "Prints how many mentions were seen and where each of them stands; exit code 1 when the two do not agree.") { day, compare, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (from, until) = Span(parsed.GetValue(day));
            var isCompared = parsed.GetValue(compare);
            await using var house = await build(settings, isCompared ? NetworkWish.Quiet : NetworkWish.None, cancellationToken);
            await house.PrepareAsync(cancellationToken);
            var receipt = await house.Services.GetRequiredService<Receipts>().ForAsync(from, until, cancellationToken);
            var compared = isCompared ? await CompareAsync(house, from, until, cancellationToken) : null;
            Print(receipt, parsed.GetValue(format)!, compared);
            return receipt.Balanced && compared?.Agrees != false ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static async Task<Comparison> CompareAsync(WebApplication house, DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var now = house.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var compared = await house.Services.GetRequiredService<Reconciliation>().OfAsync(from ?? now.AddDays(-1), until ?? now, cancellationToken);
        return compared.Problem is { } problem ? throw new BadInputException($"X could not be asked: {problem}") : compared;
    }

    public static void Print(Receipt receipt, string format = "tsv", Comparison? compared = null)
    {
        if (format == "json")
        {
            Console.WriteLine(OutputFormat.JsonLine(new
            {
                seen = receipt.Seen,
                standing = receipt.Standing.ToDictionary(pair => Words.Of(pair.Key), pair => pair.Value),
                balanced = receipt.Balanced,
                compared = compared is null ? null : new
                {
                    sent = compared.Sent,
                    byHand = compared.ByHand,
                    mentionsShown = compared.Shown,
                    differences = compared.Differences.Select(difference => new { post = difference.PostId, kind = Words.Of(difference.Kind) }),
                    agrees = compared.Agrees,
                },
            }));
            return;
        }
        Console.WriteLine(OutputFormat.Tsv("seen", $"{receipt.Seen}"));
        foreach (var (state, count) in receipt.Standing)
            Console.WriteLine(OutputFormat.Tsv(Words.Of(state), $"{count}"));
        Console.WriteLine(OutputFormat.Tsv("balanced", receipt.Balanced ? "yes" : "NO"));
        if (compared is not null)
            Print(compared);
    }

    private static void Print(Comparison compared)
    {
        Console.WriteLine(OutputFormat.Tsv("replies sent", $"{compared.Sent}"));
        Console.WriteLine(OutputFormat.Tsv("posts by hand", $"{compared.ByHand}"));
        Console.WriteLine(OutputFormat.Tsv("mentions that X shows", $"{compared.Shown}"));
        foreach (var difference in compared.Differences)
            Console.WriteLine(OutputFormat.Tsv(Word(difference.Kind), difference.PostId));
        Console.WriteLine(OutputFormat.Tsv("agrees with X", compared.Agrees ? "yes" : "NO"));
    }

    private static string Word(DifferenceKind kind) => kind switch
    {
        DifferenceKind.NotShown => "sent, not shown",
        DifferenceKind.NotKnown => "shown, not known",
        _ => "mention shown, not held",
    };

    private static (DateTimeOffset? From, DateTimeOffset? Until) Span(string? day)
    {
        if (day is null)
            return (null, null);
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date == DateOnly.MaxValue)
            throw new BadInputException($"'{day}' is not a day. Write it as 2026-05-31.");
        var from = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return (from, from.AddDays(1));
    }
}
