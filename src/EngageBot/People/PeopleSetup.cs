using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EngageBot.People;

internal static class PeopleSetup
{
    /// <summary>People are looked at anew this often: whoever was disabled is out at the latest then.</summary>
    public static readonly TimeSpan Revalidation = TimeSpan.FromSeconds(30);

    /// <summary>Users, roles, the sign-in cookie and API tokens.</summary>
    public static void AddPeople(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PeopleOptions>().BindConfiguration(PeopleOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PeopleOptions>, PeopleOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SetupLink>();
        services.AddSingleton<Roster>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<PreferenceStore>();
        services.AddScoped<Passwords>();
        services.AddScoped<Entrance>();
        services.AddIdentity();
        services.AddCookie();
        services.AddRateLimiter(limiter => limiter.AddPolicy<string, SignInAttempts>(SignInAttempts.Policy));
        builder.AddKeys();
    }

    /// <summary>Who asks, what they may, and whether their form is ours. Comes before everything that is mapped.</summary>
    public static void UsePeople(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddScoped<IUserValidator<User>, UserNames>();
        services.AddScoped<IUserConfirmation<User>, NotDisabled>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddIdentityCore<User>(identity =>
            {
                identity.Password = new PasswordOptions
                {
                    RequiredLength = Passwords.Shortest,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                identity.SignIn.RequireConfirmedAccount = true; // see NotDisabled
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 8, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
            })
            .AddUserStore<UserStore>()
            .AddClaimsPrincipalFactory<UserClaims>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(stamps => stamps.ValidationInterval = Revalidation);
    }

    private static void AddCookie(this IServiceCollection services)
    {
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        // Never set, but Identity fails to sign somebody out when it cannot clear it.
        authentication.AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        authentication.AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "engagebot";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/not-allowed";
            cookie.ReturnUrlParameter = "next";
            cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
        services.AddAuthorizationBuilder();
        services.Configure<Microsoft.AspNetCore.Authorization.AuthorizationOptions>(Policies.AddRoles);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "engagebot-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void AddKeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("EngageBot");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, Keys>();
        // It warns that the keys are not encrypted at rest; the folder's rights are what protects them here.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }
}
