using System.ComponentModel;
using EngageBot.Approving;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EngageBot.Api;

/// <summary>GET receipt.</summary>
internal static class ReceiptRoutes
{
    public static void MapReceipt(this IEndpointRouteBuilder api) =>
        api.MapGet("/receipt", MakeAsync)
            .Needs(Role.Reader)
            .WithTags("receipt")
            .WithName("makeReceipt")
            .WithSummary("Proof that nothing was lost: mentions seen on a day (UTC), or ever, and where they stand now.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

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
