using System.Security.Claims;
using System.Text.Encodings.Web;
using EngageBot.Model;
using EngageBot.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EngageBot.Api;

/// <summary>Recognises a program by its bearer token and lets it act in its owner's name.</summary>
internal sealed class TokenDoor(ApiTokens tokens, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "token";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        return await tokens.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is { } token
            ? AuthenticateResult.Success(new AuthenticationTicket(Principal(token), Scheme))
            : AuthenticateResult.Fail("not a token, or revoked");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        var detail = Request.Headers.Authorization.Count == 0
            ? "Send the header 'Authorization: Bearer eb_...' with a token made at the desk, under Tokens (admins see it)."
            : "This token is not known, was revoked, or its owner was disabled. Make a new one at the desk, under Tokens (admins see it).";
        await Problems.Of(StatusCodes.Status401Unauthorized, "Who are you?", detail).ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>()?.Policy is { } policy ? Words.Of(Enum.Parse<Role>(policy)) : "a higher";
        var has = Context.User.Role() is { } role ? Words.Of(role) : "no";
        await Problems.Of(
            StatusCodes.Status403Forbidden,
            "This token may not do that",
            $"It needs the {needed} role and has the {has} role. Make a token with the {needed} role; its owner must have that role too.").ExecuteAsync(Context);
    }

    private static ClaimsPrincipal Principal(ApiToken token) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, token.OwnerId),
            new Claim(ClaimTypes.Name, $"{token.OwnerName} via token {token.Name}"),
            new Claim(ClaimTypes.Role, Words.Of(token.Role)),
        ],
        Scheme));
}
