using System.Security.Cryptography;
using System.Text;
using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X.Tokens;

/// <summary>An OAuth 2.0 user token that is renewed when X refuses it, and stored before it is used.</summary>
internal sealed class TokenSession(string label, XOAuth2Options options, IXTokenStore store, TokenEndpoint endpoint, TimeProvider clock) : XSession(label), IDisposable
{
    // Newly configured tokens get a new key, so that what was stored for the old ones is not preferred to them.
    private readonly string key = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{options.ClientId}\n{options.RefreshToken}")))[..16];

    // Where a store's hold does not reach another process may be at it still; beyond this it has ended or died.
    private static readonly TimeSpan LongestRenewal = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim gate = new(1, 1);
    private XTokens? current;
    private XTokens? unsaved;
    private (DateTimeOffset Since, long SeenAt) broken;

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
            // One at a time in all processes: who loads before and saves after another would put spent tokens over new ones.
            await using var hold = await store.HoldAsync(key, CancellationToken.None);
            if (hold is null)
                return new Renewal.Failed($"The sign-in of {Label} is being renewed elsewhere; it is looked at again in a moment.");
            // Somebody renewed while we waited: another caller here, or another process with the same store.
            var stored = await store.LoadAsync(key, CancellationToken.None);
            if ((Newer(refused, current) ?? Newer(refused, stored)) is { } newer)
                return Use(newer);
            if (unsaved is null)
            {
                var spent = stored ?? current ?? Configured();
                // Written before X is asked: where nothing can be kept nothing is renewed, and a renewal that breaks off is known as such.
                await store.SaveAsync(key, spent with { RenewingSince = spent.RenewingSince ?? clock.GetUtcNow() }, CancellationToken.None);
                var answer = await endpoint.RefreshAsync(options, spent.RefreshToken);
                if (answer.Tokens is null)
                    return Newer(refused, await store.LoadAsync(key, CancellationToken.None)) is { } theirs ? Use(theirs) : Reworded(answer.Failure!, spent.RenewingSince);
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

    /// <summary>Says what happened where an earlier renewal broke off between X's yes and our keeping it.</summary>
    private Renewal Reworded(Renewal failure, DateTimeOffset? brokeOff)
    {
        if (failure is not Renewal.Refused || brokeOff is not { } since)
            return failure;
        if (broken.Since != since)
            broken = (since, clock.GetTimestamp());
        // By the clock of whoever began it, which may have been wrong, and by how long it has been seen here.
        return clock.GetUtcNow() - since < LongestRenewal && clock.GetElapsedTime(broken.SeenAt) < LongestRenewal
            ? new Renewal.Failed($"The sign-in of {Label} is being renewed; it is looked at again in a moment.")
            : new Renewal.Refused(FormattableString.Invariant(
                $"The sign-in of {Label} was lost: its renewal of {since:yyyy-MM-dd HH:mm} UTC broke off before the new tokens were kept, and X takes the old ones only once. Sign it in again and put the new tokens into X:...:OAuth2."));
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
