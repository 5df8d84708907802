using EngageBot.Desk.Household;
using EngageBot.Desk.Knowing;
using EngageBot.Desk.Letter;
using EngageBot.Desk.Makers;
using EngageBot.Desk.Proof;
using EngageBot.Desk.Queue;
using EngageBot.Desk.Reports;
using EngageBot.Desk.Shell;
using EngageBot.Desk.Shelves;
using EngageBot.Desk.SignIn;
using EngageBot.Desk.Tidings;
using EngageBot.Desk.Together;
using EngageBot.Desk.Translation;
using EngageBot.Desk.Verbs;
using EngageBot.Networks;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        builder.Services.AddSignIn();
        builder.AddMakers();
        builder.Services.AddMudServices();
        builder.Services.TryAddSingleton(new SandboxPlace(null));
        builder.Services.AddScoped<ViewerClock>();
        builder.Services.AddScoped<NewsBell>();
        builder.Services.AddScoped<MakerBell>();
        builder.Services.AddScoped<KeyMap>();
        builder.Services.AddScoped<Hands>();
        builder.Services.AddScoped<DeskPulse>();
        builder.Services.AddScoped<QueueFeed>();
        builder.Services.AddScoped<Deeds>();
        builder.Services.AddScoped<KeptWords>();
        builder.Services.AddScoped<Sitting>();
        builder.Services.AddScoped<Rereading>();
        builder.Services.AddScoped<Several>();
        builder.Services.AddScoped<ModelOffer>();
        builder.Services.AddScoped<Company>();
        builder.Services.AddScoped<Beside>();
        builder.Services.AddScoped<Assigning>();
        builder.Services.AddScoped<CircuitHandler, Attending>();
        builder.Services.AddScoped<TalkWatch>();
        builder.Services.AddScoped<ReceiptWatch>();
        builder.Services.AddScoped<HousePulse>();
        builder.Services.AddTransient<Browsing>();
        builder.Services.AddTransient<OpenEntry>();
        builder.Services.AddTransient<Drawer>();
        builder.Services.AddTransient<Rehearsal>();
        builder.Services.AddTransient<Afterwards>();
    }

    /// <summary>Call it after <c>UsePeople</c>, which says who asks.</summary>
    public static void MapDesk(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseTranslation();
        app.MapSignIn();
        app.MapMakers();
        app.MapStaticAssets();
        app.MapPictures();
        app.MapReportFiles();
        app.MapHeld();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapFallback(Pages.NotFound).AllowAnonymous().ExcludeFromDescription();
    }
}
