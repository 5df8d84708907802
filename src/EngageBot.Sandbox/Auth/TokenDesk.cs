using System.Globalization;
using System.Net;
using System.Text;
using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Auth;

/// <summary>OAuth 2.0 for the outside: the consent page, and the endpoint that hands out and renews tokens.</summary>
internal sealed class TokenDesk(Keyring keyring, TokenBook tokens, TimeProvider clock)
{
    private static readonly string[] KnownScopes = ["tweet.read", "tweet.write", "users.read", "media.write", "offline.access"];

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/2/oauth2/token", ExchangeAsync);
        endpoints.MapGet("/i/oauth2/authorize", AskAsync);
        endpoints.MapPost("/i/oauth2/authorize", ConsentAsync);
    }

    private async Task ExchangeAsync(HttpContext http)
    {
        http.Response.Headers.Date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        if (!http.Request.HasFormContentType)
        {
            await RefuseAsync(http, 400, "invalid_request", "Missing required parameter [grant_type].");
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!IsClient(http.Request, form))
        {
            await RefuseAsync(http, 401, "unauthorized_client", "Missing valid authorization header");
            return;
        }

        var pair = form["grant_type"].ToString() switch
        {
            "refresh_token" => tokens.Refresh(form["refresh_token"].ToString()),
            "authorization_code" => tokens.Redeem(
                form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString()),
            _ => null,
        };
        if (pair is null)
            await RefuseAsync(http, 400, "invalid_request", "Value passed for the token was invalid.");
        else
            await http.Response.WriteAsJsonAsync(Body(pair), http.RequestAborted);
    }

    private static Dictionary<string, object> Body(TokenBook.TokenPair pair)
    {
        var body = new Dictionary<string, object>
        {
            ["token_type"] = "bearer",
            ["expires_in"] = (int)TokenBook.AccessLife.TotalSeconds,
            ["access_token"] = pair.AccessToken,
            ["scope"] = string.Join(' ', pair.Scopes.Order(StringComparer.Ordinal)),
        };
        if (pair.RefreshToken is not null)
            body["refresh_token"] = pair.RefreshToken;
        return body;
    }

    private bool IsClient(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return form["client_id"] == keyring.ClientId;
        var given = new byte[header.Length];
        return Convert.TryFromBase64String(header[6..].Trim(), given, out var length)
            && Encoding.UTF8.GetString(given, 0, length) == $"{keyring.ClientId}:{keyring.ClientSecret}";
    }

    private async Task AskAsync(HttpContext http)
    {
        if (Request.Read(http.Request.Query, keyring) is null)
        {
            await RefuseAsync(
                http, 400, "invalid_request", "client_id, redirect_uri, scope, state or an S256 code_challenge is missing or wrong.");
            return;
        }

        var fields = string.Concat(http.Request.Query.Select(pair =>
            $"""<input type="hidden" name="{WebUtility.HtmlEncode(pair.Key)}" value="{WebUtility.HtmlEncode(pair.Value.ToString())}">"""));
        var accounts = string.Concat(keyring.Accounts.Select(account =>
            $"""<button name="account" value="{account.User.Handle}">Authorize as @{account.User.Handle}</button> """));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en"><title>Authorize</title>
            <h1>An app wants to use your account</h1>
            <form method="post">{fields}{accounts}</form>
            </html>
            """,
            http.RequestAborted);
    }

    private async Task ConsentAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form.ToDictionary(pair => pair.Key, pair => pair.Value);
        if (Request.Read(new QueryCollection(fields), keyring) is not { } request
            || keyring.Accounts.FirstOrDefault(account => account.User.Handle == form["account"])?.User is not User user)
        {
            await RefuseAsync(http, 400, "invalid_request", "The request cannot be authorized.");
            return;
        }

        var code = tokens.IssueCode(user, request.Scopes, request.RedirectUri, request.Challenge);
        var joint = request.RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        http.Response.Redirect($"{request.RedirectUri}{joint}state={Uri.EscapeDataString(request.State)}&code={code}");
    }

    private static Task RefuseAsync(HttpContext http, int status, string error, string description)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new Dictionary<string, string> { ["error"] = error, ["error_description"] = description }, http.RequestAborted);
    }

    private sealed record Request(string RedirectUri, string[] Scopes, string State, string Challenge)
    {
        public static Request? Read(IQueryCollection query, Keyring keyring)
        {
            var scopes = query["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return query["response_type"] == "code"
                && query["client_id"] == keyring.ClientId
                && query["code_challenge_method"] == "S256"
                && query["code_challenge"].ToString() is { Length: > 0 } challenge
                && query["state"].ToString() is { Length: > 0 } state
                && Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var redirect)
                && redirect.Scheme is "http" or "https"
                && scopes.Length > 0
                && scopes.All(KnownScopes.Contains)
                    ? new Request(query["redirect_uri"].ToString(), scopes, state, challenge)
                    : null;
        }
    }
}
