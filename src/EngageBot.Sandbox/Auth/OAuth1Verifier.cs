using System.Globalization;
using System.Security.Cryptography;
using EngageBot.Sandbox.Api;

namespace EngageBot.Sandbox.Auth;

/// <summary>Checks an OAuth 1.0a header as X does: known keys, a clock near ours, a fresh nonce, the right signature.</summary>
internal sealed class OAuth1Verifier(Keyring keyring, TimeProvider clock, Uri? publicBase)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly NonceMemory nonces = new(Tolerance * 2);

    public AccountKeyring? Verify(HttpRequest request, XQuery query, string header)
    {
        if (Parse(header) is not { } signed
            || signed.GetValueOrDefault("oauth_signature_method") != "HMAC-SHA1"
            || signed.GetValueOrDefault("oauth_version", "1.0") != "1.0"
            || signed.GetValueOrDefault("oauth_consumer_key") != keyring.ConsumerKey
            || keyring.ByAccessToken(signed.GetValueOrDefault("oauth_token", "")) is not { } account
            || !IsNow(signed.GetValueOrDefault("oauth_timestamp", ""), out var now)
            || signed.GetValueOrDefault("oauth_nonce") is not { Length: > 0 } nonce
            || !IsSignedBy(account, request, query, signed))
            return null;
        return nonces.IsFresh($"{account.AccessToken} {nonce}", now) ? account : null;
    }

    private bool IsNow(string timestamp, out DateTimeOffset now)
    {
        now = clock.GetUtcNow();
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance.TotalSeconds;
    }

    private bool IsSignedBy(AccountKeyring account, HttpRequest request, XQuery query, Dictionary<string, string> signed)
    {
        var given = new byte[20];
        if (!Convert.TryFromBase64String(signed.GetValueOrDefault("oauth_signature", ""), given, out var length) || length != 20)
            return false;
        var parameters = query.Pairs.Concat(signed.Where(pair => pair.Key is not ("oauth_signature" or "realm"))).ToList();
        foreach (var url in Urls(request, query.RawPath))
        {
            var expected = OAuth1Signature.Compute(
                request.Method, url, parameters, keyring.ConsumerSecret, account.AccessTokenSecret);
            if (CryptographicOperations.FixedTimeEquals(expected, given))
                return true;
        }

        return false;
    }

    // Behind a proxy the client signs the proxy's address.
    private IEnumerable<string> Urls(HttpRequest request, string path)
    {
        var host = request.Host.Value?.ToLowerInvariant() ?? "";
        yield return $"http://{(host.EndsWith(":80", StringComparison.Ordinal) ? host[..^3] : host)}{path}";
        if (publicBase is not null)
            yield return publicBase.GetLeftPart(UriPartial.Authority) + path;
    }

    private static Dictionary<string, string>? Parse(string header)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || part.Length < equals + 3 || part[equals + 1] != '"' || part[^1] != '"'
                || !found.TryAdd(part[..equals], Uri.UnescapeDataString(part[(equals + 2)..^1])))
                return null;
        }

        return found;
    }
}
