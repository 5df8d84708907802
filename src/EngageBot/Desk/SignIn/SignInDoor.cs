using EngageBot.People;
using Microsoft.AspNetCore.Mvc;

namespace EngageBot.Desk.SignIn;

/// <summary>The pages for people who are not in yet: plain forms, no script, no session.</summary>
internal static class SignInDoor
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(HeadersAsync);
        pages.MapGet("/sign-in", OpenSignInAsync);
        pages.MapGet("/sign-out", Pages.SignOut);
        pages.MapGet("/setup", OpenSetupAsync);
        pages.MapGet("/invitation", OpenInvitationAsync);
        pages.MapGet("/not-allowed", Pages.NotAllowed);

        // FreshForm checks what the framework's own check would answer with a bare 400.
        var forms = pages.MapGroup("").DisableAntiforgery().AddEndpointFilter<FreshForm>();
        forms.MapPost("/sign-in", SignInAsync).RequireRateLimiting(SignInAttempts.Policy);
        forms.MapPost("/setup", FoundAsync).RequireRateLimiting(SignInAttempts.Policy);
        forms.MapPost("/invitation", AcceptAsync).RequireRateLimiting(SignInAttempts.Policy);
        forms.MapPost("/sign-out", SignOutAsync);
    }

    private static async Task<IResult> OpenSignInAsync(string? next, HttpContext context, SetupLink setup, CancellationToken cancellationToken) =>
        context.User.Identity is { IsAuthenticated: true }
            ? Results.LocalRedirect(Inside(next))
            : Pages.SignIn(next, nobodyYet: await setup.IsNeededAsync(cancellationToken));

    private static async Task<IResult> SignInAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? next, Entrance entrance) =>
        await entrance.SignInAsync(name ?? "", password ?? "") is Admission.Refused refused
            ? Pages.SignIn(next, name, refused.Why)
            : Results.LocalRedirect(Inside(next));

    private static async Task<IResult> SignOutAsync(Entrance entrance)
    {
        await entrance.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> OpenSetupAsync(string? key, SetupLink setup, CancellationToken cancellationToken) =>
        await setup.IsGoodAsync(key ?? "", cancellationToken) ? Pages.Setup(key!) : Pages.DeadLink();

    private static async Task<IResult> FoundAsync(
        [FromForm] string? key, [FromForm] string? name, [FromForm] string? password, Entrance entrance, CancellationToken cancellationToken) =>
        await entrance.FoundAsync(key ?? "", name ?? "", password ?? "", cancellationToken) switch
        {
            Admission.Admitted => Results.LocalRedirect("/"),
            Admission.Refused refused => Pages.Setup(key ?? "", name, refused.Why),
            _ => Pages.DeadLink(),
        };

    private static async Task<IResult> OpenInvitationAsync(string? key, Entrance entrance, CancellationToken cancellationToken) =>
        await entrance.OwnerAsync(key ?? "", cancellationToken) is { } user ? Pages.Invitation(key!, user.Name) : Pages.DeadLink();

    private static async Task<IResult> AcceptAsync([FromForm] string? key, [FromForm] string? password, Entrance entrance, CancellationToken cancellationToken) =>
        await entrance.AcceptAsync(key ?? "", password ?? "", cancellationToken) switch
        {
            Admission.Admitted => Results.LocalRedirect("/"),
            Admission.Refused refused when await entrance.OwnerAsync(key ?? "", cancellationToken) is { } user => Pages.Invitation(key!, user.Name, refused.Why),
            _ => Pages.DeadLink(),
        };

    /// <summary>Only ever to a page of ours: an address from a query is not to be trusted.</summary>
    private static string Inside(string? next) =>
        next is ['/', ..] and not ['/', '/' or '\\', ..] && next.All(letter => letter is > ' ' and < '\x7f') ? next : "/";

    private static async ValueTask<object?> HeadersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache, no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers["Referrer-Policy"] = "no-referrer"; // the address may hold a one-time key
        return await next(context);
    }
}
