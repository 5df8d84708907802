using EngageBot.Approving.Makers;
using EngageBot.Library;
using EngageBot.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EngageBot.Desk.Makers;

/// <summary>
/// The page for somebody who knows: a plain form, no account, no script, no cookie. The key in the address is all that opens it;
/// another site cannot send the form without it, so nothing else has to be checked.
/// </summary>
internal static class MakerRoutes
{
    private const string Path = "/maker";

    // the framework would write the whole address, with the key, into the log
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static void AddMakers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRateLimiter(limiter => limiter.AddPolicy<string, MakerKnocks>(MakerKnocks.Policy));
        builder.Logging.AddFilter(RequestLog, LogLevel.Warning);
    }

    public static void MapMakers(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery().RequireRateLimiting(MakerKnocks.Policy).AddEndpointFilter(HeadersAsync);
        pages.MapGet(Path, OpenAsync);
        pages.MapPost(Path, AnswerAsync);
    }

    private static async Task<IResult> OpenAsync(string? key, MakerDoor door, PromptLibrary library, CancellationToken cancellationToken) =>
        await door.OpenAsync(key ?? "", cancellationToken) is { } visit ? Page(visit, key!, library) : Nowhere();

    private static async Task<IResult> AnswerAsync(
        [FromForm] string? key, [FromForm] string? words, [FromForm] string? name, [FromForm] string? consent, MakerDoor door, PromptLibrary library, CancellationToken cancellationToken)
    {
        if (await door.AnswerAsync(key ?? "", words ?? "", name ?? "", consent is not null, cancellationToken) is not MakerAnswer.NotTaken(var why))
            return new SeeOther(Path + QueryString.Create("key", key ?? ""));
        return await door.OpenAsync(key ?? "", cancellationToken) is { } visit ? Page(visit, key!, library, new MakerForm(words ?? "", name ?? "", consent is not null, why)) : Nowhere();
    }

    private static RazorComponentResult<MakerPage> Page(MakerVisit visit, string key, PromptLibrary library, MakerForm? sent = null)
    {
        var until = TimeZoneInfo.ConvertTime(visit.Question.ExpiresAt, library.Current.Snapshot.Voice.TimeZone);
        return new(new { Visit = visit, Key = key, Until = until, Sent = sent })
        {
            StatusCode = sent is not null ? StatusCodes.Status422UnprocessableEntity
                : visit.Question is { State: MakerState.Answered } or { State: MakerState.Open, Asked.Count: > 0 } ? StatusCodes.Status200OK
                : StatusCodes.Status410Gone,
        };
    }

    private static RazorComponentResult<MakerNotice> Nowhere() =>
        new(new { Title = Phrase.Key("This link leads nowhere"), Text = Phrase.Key("It may have been cut when it was copied. Open it from the message once more, or ask whoever sent it to you.") })
        {
            StatusCode = StatusCodes.Status404NotFound,
        };

    private static async ValueTask<object?> HeadersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-cache, no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers["Referrer-Policy"] = "no-referrer"; // the address holds the key
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        return await next(context);
    }

    /// <summary>After a form the browser opens the page anew, so that a reload sends nothing twice.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}

/// <summary>What was sent and could not be taken; it is shown again, nothing typed is lost.</summary>
public sealed record MakerForm(string Words, string Name, bool Consent, string Problem);
