using EngageBot.Desk.Letter;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Shell;
using MudBlazor.Services;

namespace EngageBot.Desk;

internal static class DeskSetup
{
    /// <summary>The pages where people decide. One desk per open browser tab.</summary>
    public static void AddDesk(this WebApplicationBuilder builder)
    {
        // From the source tree too: outside Development the assets of packages would not be found.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddMudServices();
        builder.Services.AddSingleton(new SandboxPlace(null));
        builder.Services.AddScoped<ViewerClock>();
        builder.Services.AddScoped<DeskPulse>();
        builder.Services.AddScoped<QueueFeed>();
        builder.Services.AddScoped<Deeds>();
        builder.Services.AddScoped<KeptWords>();
        builder.Services.AddScoped<Sitting>();
    }

    public static void MapDesk(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
