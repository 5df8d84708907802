using EngageBot.Desk.Translation;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngageBot.Desk.SignIn;

internal static class SignInSetup
{
    /// <summary>The sign-in pages, and the watch over pages that stay open.</summary>
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddTranslation();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitWatch>();
    }
}
