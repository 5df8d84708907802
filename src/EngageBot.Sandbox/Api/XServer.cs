using System.Globalization;
using EngageBot.Sandbox.Auth;
using EngageBot.Sandbox.Faults;
using EngageBot.Sandbox.Limits;
using EngageBot.Sandbox.Square;
using Microsoft.AspNetCore.Http.Features;

namespace EngageBot.Sandbox.Api;

/// <summary>The way of every request: fault, credentials, permission, rate limit, answer, fault.</summary>
internal sealed class XServer(
    PublicSquare square, Gatekeeper gatekeeper, RateLimits limits, Ledger ledger, FaultDesk faults, Speech speech)
{
    public void Map(IEndpointRouteBuilder endpoints, XRoute route) =>
        endpoints.MapMethods(route.Path, [route.Method], http => ServeAsync(http, route));

    private async Task ServeAsync(HttpContext http, XRoute route)
    {
        var now = speech.Clock.GetUtcNow();
        http.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        var query = XQuery.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var words = Vocabulary.Of(speech.Only ? speech.Default : Vocabulary.SpokenIn(query) ?? speech.Default);
        var mischief = faults.For(route.Name);
        try
        {
            if (mischief is not null && await mischief.BeforeAsync(http, words))
                return;
            var request = new XRequest(query, http.Request.RouteValues, await ReadBodyAsync(http, route.LargestBody), words);
            using var answer = Refuse(http, route, request, out var caller)
                ?? Ask(new XCall(square, route, caller!, request, now) { Spoil = mischief?.Spoil });
            if (mischief is null || !await mischief.AfterAsync(http, answer, words))
                await Wire.WriteAsync(http, answer);
        }
        finally
        {
            // A broken connection counts as status 0.
            ledger.Request(route.Name, http.RequestAborted.IsCancellationRequested ? 0 : http.Response.StatusCode);
        }
    }

    private Answer Ask(XCall call)
    {
        var answer = call.Route.Answer(call);
        ledger.Read(call);
        if (call.Created is { } post)
            ledger.Created(post);
        if (call.HasDeleted)
            ledger.Deleted();
        return answer;
    }

    private Answer? Refuse(HttpContext http, XRoute route, XRequest request, out Caller? caller)
    {
        caller = gatekeeper.Recognise(http.Request, request.Query);
        if (caller is null)
            return Problems.Unauthorized();
        if (!route.Allowed.HasFlag(caller.Credentials))
            return Problems.WrongAuthentication(request.Words, caller.Credentials == Credentials.App, Supported(route.Allowed));
        if (caller.User is { IsSuspended: true })
            return Problems.Forbidden("Your account is suspended and is not permitted to access this feature.");
        if (caller.Credentials == Credentials.OAuth2User && !route.Scopes.All(caller.Scopes.Contains))
            return Problems.Forbidden();
        var standing = limits.Take(route, caller);
        WriteLimits(http.Response.Headers, standing);
        return standing.IsAdmitted ? null : Problems.TooManyRequests();
    }

    private static void WriteLimits(IHeaderDictionary headers, Standing standing)
    {
        if (standing.Window.Limit != int.MaxValue)
            Write("x-rate-limit-", standing.Window);
        Write("x-app-limit-24hour-", standing.AppDay);
        Write("x-user-limit-24hour-", standing.UserDay);

        void Write(string name, WindowState? window)
        {
            if (window is null)
                return;
            headers[name + "limit"] = window.Limit.ToString(CultureInfo.InvariantCulture);
            headers[name + "remaining"] = window.Remaining.ToString(CultureInfo.InvariantCulture);
            headers[name + "reset"] = window.Reset.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Supported(Credentials allowed) => string.Join(", ", new[]
    {
        (Credentials.OAuth1User, "OAuth 1.0a User Context"),
        (Credentials.OAuth2User, "OAuth 2.0 User Context"),
        (Credentials.App, "OAuth 2.0 Application-Only"),
    }.Where(one => allowed.HasFlag(one.Item1)).Select(one => one.Item2));

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext http, int largest)
    {
        if (HttpMethods.IsGet(http.Request.Method) || http.Request.ContentLength > largest)
            return default;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }
}

/// <summary>Which dialect answers a request that uses none, and whether the other is understood at all.</summary>
internal sealed record Speech(TimeProvider Clock, Dialect Default, bool Only);
