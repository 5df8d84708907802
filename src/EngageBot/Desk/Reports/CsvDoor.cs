using System.Text;
using EngageBot.People;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>Hands the tables of the reports to those who are signed in.</summary>
internal static class CsvDoor
{
    public static void MapReportFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/reports/replies/{table}.csv", RepliesAsync).RequireAuthorization(Policies.Reader).ExcludeFromDescription();
        app.MapGet("/reports/dialogue/{table}.csv", DialogueAsync).RequireAuthorization(Policies.Reader).ExcludeFromDescription();
    }

    private static async Task<IResult> RepliesAsync(string table, [AsParameters] Asked asked, Frames frames, ReplyReports reports, HttpContext http, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(asked, cancellationToken);
        if (frame.Problem is not null)
            return Results.BadRequest(frame.Problem);
        var report = await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken);
        return File(ReportTable.Of(report.SeenBy(http.User.Actor(), http.User.Is(Role.Admin))), table, frame.Period);
    }

    private static async Task<IResult> DialogueAsync(string table, [AsParameters] Asked asked, Frames frames, DialogueReports reports, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(asked, cancellationToken);
        return frame.Problem is not null
            ? Results.BadRequest(frame.Problem)
            : File(ReportTable.Of(await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken)), table, frame.Period);
    }

    /// <summary>With the mark that lets spreadsheets read umlauts.</summary>
    private static IResult File(IReadOnlyList<ReportTable> tables, string name, Period period) => tables.FirstOrDefault(table => table.Name == name) is not { } table
        ? Results.NotFound()
        : Results.File(
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Csv.Write(table))],
            "text/csv; charset=utf-8; header=present",
            $"engagebot-{table.Name}-{period.First:yyyy-MM-dd}-{period.Last:yyyy-MM-dd}.csv");
}
