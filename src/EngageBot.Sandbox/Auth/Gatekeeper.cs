using EngageBot.Sandbox.Api;

namespace EngageBot.Sandbox.Auth;

/// <summary>Finds out who asks, by whichever of the three ways the request uses.</summary>
internal sealed class Gatekeeper(Keyring keyring, OAuth1Verifier oauth1, TokenBook tokens)
{
    private static readonly HashSet<string> NoScopes = [];

    /// <summary>Null means 401: no credentials, or none that hold.</summary>
    public Caller? Recognise(HttpRequest request, XQuery query)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase))
            return oauth1.Verify(request, query, header[6..]) is { } account
                ? new Caller(Credentials.OAuth1User, account.User, account.AccessToken, NoScopes)
                : null;
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header[7..].Trim();
        if (token == keyring.BearerToken)
            return new Caller(Credentials.App, null, "app", NoScopes);
        // A refreshed token is the same user to the rate limits.
        return tokens.Find(token) is { } grant
            ? new Caller(Credentials.OAuth2User, grant.User, "oauth2 " + grant.User.IdText, grant.Scopes)
            : null;
    }
}
