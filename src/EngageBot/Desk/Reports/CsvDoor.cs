using System.Text;
using EngageBot.People;
using EngageBot.Reporting;

namespace EngageBot.Desk.Reports;

/// <summary>Hands the tables of the reports to those who are signed in.</summary>
internal static class CsvDoor
{
    public static void MapReportFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/reports/replies/{table}.csv", RepliesAsync).RequireAuthorization(Policies.Reader).ExcludeFromDescription();

    private static async Task<IResult> RepliesAsync(
        string table, string? days, string? from, string? until, string? account, ReportFrame frames, ReplyReports reports, HttpContext http, CancellationToken cancellationToken)
    {
        var frame = await frames.ReadAsync(days, from, until, account);
        if (frame.Problem is not null)
            return Results.BadRequest(frame.Problem);
        var report = (await reports.MakeAsync(frame.Period, frame.Account?.Id, cancellationToken)).SeenBy(http.User.Actor(), http.User.Is(Role.Admin));
        return ReportTable.Of(report).FirstOrDefault(one => one.Name == table) is { } found ? File(found, frame.Period) : Results.NotFound();
    }

    /// <summary>With the mark that lets spreadsheets read umlauts.</summary>
    private static IResult File(ReportTable table, Period period) => Results.File(
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Csv.Write(table))],
        "text/csv; charset=utf-8; header=present",
        $"engagebot-{table.Name}-{period.First:yyyy-MM-dd}-{period.Last:yyyy-MM-dd}.csv");
}
