namespace EngageBot.Reporting;

internal static class ReportingSetup
{
    /// <summary>Figures from the store, for the desk and for programs. Needs the opening hours and the library.</summary>
    public static void AddReporting(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Frames>();
        builder.Services.AddSingleton<ReplyReports>();
        builder.Services.AddSingleton<DialogueReports>();
        builder.Services.AddSingleton<Vitals>();
    }
}
