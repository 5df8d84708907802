namespace EngageBot.Hours;

internal static class HoursSetup
{
    /// <summary>When somebody is there to answer.</summary>
    public static void AddHours(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<HoursBook>();
}
