using System.ComponentModel;
using EngageBot.Model;
using EngageBot.People;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EngageBot.Api;

/// <summary>GET receipt.</summary>
internal static class ReceiptRoutes
{
    public static void MapReceipt(this IEndpointRouteBuilder api)
    {
        api.MapGet("/receipt", MakeAsync)
            .Needs(Role.Reader)
            .WithTags("receipt")
            .WithName("makeReceipt")
            .WithSummary("Proof that nothing was lost: mentions seen on a day (UTC), or ever, and where they stand now.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/receipt/comparison", CompareAsync)
            .Needs(Role.Approver)
            .WithTags("receipt")
            .WithName("compareReceipt")
            .WithSummary("What X shows of a day (UTC), or of the last 24 hours, beside what we call sent and what we hold; each difference by its post. Reads from X, which may be billed.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        api.MapGet("/receipts", KeptAsync)
            .Needs(Role.Reader)
            .WithTags("receipt")
            .WithName("keptReceipts")
            .WithSummary("The receipts of the latest days that are over (of the house's calendar), as they were made then, the latest first; 'count' is 31 unless told.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<Ok<ComparedDay>, ProblemHttpResult>> CompareAsync(Reconciliation reconciliation, TimeProvider clock, [FromQuery] DateOnly? day, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (from, until) = day is { } date && date < DateOnly.MaxValue
            ? (new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero), new DateTimeOffset(date.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero))
            : (now.AddDays(-1), now);
        var compared = await reconciliation.OfAsync(from, until, cancellationToken);
        return compared.Problem is { } problem
            ? TypedResults.Problem($"{problem} Nothing is proven; try again later.", statusCode: StatusCodes.Status502BadGateway, title: "X could not be asked")
            : TypedResults.Ok(new ComparedDay(day, compared.Sent, compared.ByHand, compared.Shown, compared.Differences, compared.Agrees));
    }

    private static async Task<Results<Ok<IReadOnlyList<KeptReceipt>>, ProblemHttpResult>> KeptAsync(DayReceiptBook book, [FromQuery] int? count, CancellationToken cancellationToken) =>
        count is < 1 or > 366
            ? Problems.BadQuery("'count' must lie between 1 and 366.")
            : TypedResults.Ok(await book.LatestAsync(count ?? 31, cancellationToken));

    private static async Task<Ok<DayReceipt>> MakeAsync(Receipts receipts, [FromQuery] DateOnly? day, CancellationToken cancellationToken)
    {
        var from = day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : (DateTimeOffset?)null;
        var until = day == DateOnly.MaxValue ? null : from?.AddDays(1);
        var receipt = await receipts.ForAsync(from, until, cancellationToken);
        return TypedResults.Ok(new DayReceipt(day, receipt.Seen, receipt.Standing, receipt.Balanced));
    }
}

/// <summary>Mentions seen and where they stand.</summary>
internal sealed record DayReceipt(
    [property: Description("In UTC; null for the whole history.")] DateOnly? Day,
    long Seen,
    IReadOnlyDictionary<MentionState, long> Standing,
    [property: Description("Every mention seen is in exactly one state.")] bool Balanced);

/// <summary>What X shows beside what we hold and call sent.</summary>
internal sealed record ComparedDay(
    [property: Description("In UTC; null for the last 24 hours.")] DateOnly? Day,
    long Sent,
    long ByHand,
    [property: Description("Mentions that X showed again.")] long MentionsShown,
    IReadOnlyList<Difference> Differences,
    bool Agrees);
