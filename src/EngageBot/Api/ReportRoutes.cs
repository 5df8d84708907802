using System.Text;
using EngageBot.People;
using EngageBot.Reporting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EngageBot.Api;

/// <summary>GET reports/replies, GET reports/dialogue, and their tables as CSV.</summary>
internal static class ReportRoutes
{
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reports/replies", RepliesAsync)
            .Needs(Role.Reader).WithTags("reports").WithName("reportReplies")
            .WithSummary("How the mentions of some days were answered: 'days' until today (28), or 'from' and 'until'; 'account' is a handle; 'zone' counts where the house has not said its own.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/reports/dialogue", DialogueAsync)
            .Needs(Role.Reader).WithTags("reports").WithName("reportDialogue")
            .WithSummary("Replies to people against broadcasts, and whether talks are talks.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/reports/replies/{table}.csv", ReplyTableAsync)
            .Needs(Role.Reader).WithTags("reports").WithName("reportRepliesTable")
            .WithSummary("One table as CSV: intents, days, weeks, people, waits, backlog.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/reports/dialogue/{table}.csv", DialogueTableAsync)
            .Needs(Role.Reader).WithTags("reports").WithName("reportDialogueTable")
            .WithSummary("One table as CSV: talk, voices.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<ReplyReport>, ProblemHttpResult>> RepliesAsync(
        [AsParameters] Asked asked, Frames frames, ReplyReports reports, HttpContext http, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(asked, cancellationToken);
        if (frame.Problem is { } problem)
            return Problems.BadQuery(problem);
        return TypedResults.Ok(Seen(await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken), http));
    }

    private static async Task<Results<Ok<DialogueReport>, ProblemHttpResult>> DialogueAsync(
        [AsParameters] Asked asked, Frames frames, DialogueReports reports, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(asked, cancellationToken);
        if (frame.Problem is { } problem)
            return Problems.BadQuery(problem);
        return TypedResults.Ok(await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken));
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReplyTableAsync(
        string table, [AsParameters] Asked asked, Frames frames, ReplyReports reports, HttpContext http, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(asked, cancellationToken);
        if (frame.Problem is { } problem)
            return Problems.BadQuery(problem);
        return Table(ReportTable.Of(Seen(await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken), http)), table);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> DialogueTableAsync(
        string table, [AsParameters] Asked asked, Frames frames, DialogueReports reports, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(asked, cancellationToken);
        if (frame.Problem is { } problem)
            return Problems.BadQuery(problem);
        return Table(ReportTable.Of(await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken)), table);
    }

    private static ReplyReport Seen(ReplyReport report, HttpContext http) => report.SeenBy(http.User.Actor(), http.User.Is(Role.Admin));

    private static Results<ContentHttpResult, ProblemHttpResult> Table(IReadOnlyList<ReportTable> tables, string name) =>
        tables.FirstOrDefault(table => table.Name == name) is { } found
            ? TypedResults.Text(Csv.Write(found), "text/csv; header=present", Encoding.UTF8)
            : TypedResults.Problem($"There is no such table. Use one of: {string.Join(", ", tables.Select(table => table.Name))}.", statusCode: StatusCodes.Status404NotFound, title: "No such table");
}
