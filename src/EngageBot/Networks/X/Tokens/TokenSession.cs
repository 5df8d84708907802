using System.Security.Cryptography;
using System.Text;
using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X.Tokens;

/// <summary>An OAuth 2.0 user token that is renewed when X refuses it, and stored before it is used.</summary>
internal sealed class TokenSession(string label, XOAuth2Options options, IXTokenStore store, TokenEndpoint endpoint) : XSession(label), IDisposable
{
    // Newly configured tokens get a new key, so that what was stored for the old ones is not preferred to them.
    private readonly string key = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{options.ClientId}\n{options.RefreshToken}")))[..16];

    private readonly SemaphoreSlim gate = new(1, 1);
    private XTokens? current;
    private XTokens? unsaved;

    public override async ValueTask<XCredentials> CredentialsAsync(CancellationToken cancellationToken)
    {
        if (current is { } known)
            return new XCredentials.Bearer(known.AccessToken);
        await gate.WaitAsync(cancellationToken);
        try
        {
            current ??= await store.LoadAsync(key, cancellationToken) ?? Configured();
            return new XCredentials.Bearer(current.AccessToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public override async Task<Renewal> RenewAsync(XCredentials refused, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        // From here on without the caller's token: a renewal that is given up half-way may lose the only valid refresh token.
        var renewal = RenewAloneAsync(refused);
        return await renewal.WaitAsync(cancellationToken);
    }

    public void Dispose() => gate.Dispose();

    private async Task<Renewal> RenewAloneAsync(XCredentials refused)
    {
        try
        {
            // Somebody renewed while we waited: another caller here, or another process with the same store.
            var stored = await store.LoadAsync(key, CancellationToken.None);
            if ((Newer(refused, current) ?? Newer(refused, stored)) is { } newer)
                return Use(newer);
            if (unsaved is null)
            {
                var answer = await endpoint.RefreshAsync(options, (stored ?? current ?? Configured()).RefreshToken);
                if (answer.Tokens is null)
                    return Newer(refused, await store.LoadAsync(key, CancellationToken.None)) is { } theirs ? Use(theirs) : answer.Failure!;
                unsaved = answer.Tokens;
            }

            await store.SaveAsync(key, unsaved, CancellationToken.None);
            (var saved, unsaved) = (unsaved, null);
            return Use(saved);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new Renewal.Refused($"The renewed sign-in of {Label} could not be kept ({trouble.Message}). Make the directory in X:TokenDirectory writable.");
        }
        finally
        {
            gate.Release();
        }
    }

    private static XTokens? Newer(XCredentials refused, XTokens? tokens) =>
        tokens is not null && refused != new XCredentials.Bearer(tokens.AccessToken) ? tokens : null;

    private Renewal.Fresh Use(XTokens tokens)
    {
        current = tokens;
        return new Renewal.Fresh(new XCredentials.Bearer(tokens.AccessToken));
    }

    // Without an access token the first request is answered 401, which brings one.
    private XTokens Configured() => new(options.AccessToken?.Trim() ?? "", options.RefreshToken!.Trim());
}
