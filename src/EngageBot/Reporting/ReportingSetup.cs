namespace EngageBot.Reporting;

internal static class ReportingSetup
{
    /// <summary>Figures from the store, for the desk and for programs. Needs the opening hours.</summary>
    public static void AddReporting(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReplyReports>();
    }
}
