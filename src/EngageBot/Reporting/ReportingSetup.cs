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
        builder.Services.AddSingleton<Receipts>();
        builder.Services.AddSingleton<HeldMentions>();
        builder.Services.AddSingleton<Reconciliation>();
        builder.Services.AddSingleton<DayReceiptBook>();
        builder.Services.AddSingleton<DayReceiptService>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DayReceiptService>());
    }
}
