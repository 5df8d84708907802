using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EngageBot.Networks.X.Transport;

namespace EngageBot.Networks.X.Http;

/// <summary>Signs a request by OAuth 1.0a with HMAC-SHA1 (RFC 5849). A JSON body is not part of the signature.</summary>
internal sealed class OAuth1(TimeProvider clock, Func<string> nonce)
{
    /// <summary>A signer whose nonces never repeat.</summary>
    public OAuth1(TimeProvider clock)
        : this(clock, () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))
    {
    }

    /// <summary>The value of the Authorization header; fresh at every call.</summary>
    public string Header(XRequest request, Uri baseUrl, XCredentials.OAuth1 keys)
    {
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["oauth_consumer_key"] = keys.ConsumerKey,
            ["oauth_nonce"] = nonce(),
            ["oauth_signature_method"] = "HMAC-SHA1",
            ["oauth_timestamp"] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["oauth_token"] = keys.AccessToken,
            ["oauth_version"] = "1.0",
        };
        signed["oauth_signature"] = Signature(BaseString(request, baseUrl, signed), keys);
        return "OAuth " + string.Join(", ", signed.Select(pair => $"{pair.Key}=\"{Uri.EscapeDataString(pair.Value)}\""));
    }

    private static string BaseString(XRequest request, Uri baseUrl, IEnumerable<KeyValuePair<string, string>> oauth)
    {
        var parameters = request.Query.Concat(oauth)
            .Select(pair => (Key: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}");
        var address = new Uri((request with { Query = [] }).Url(baseUrl)).GetLeftPart(UriPartial.Path);
        return $"{request.Method.Method}&{Uri.EscapeDataString(address)}&{Uri.EscapeDataString(string.Join('&', parameters))}";
    }

    private static string Signature(string baseString, XCredentials.OAuth1 keys)
    {
        var key = $"{Uri.EscapeDataString(keys.ConsumerSecret)}&{Uri.EscapeDataString(keys.AccessTokenSecret)}";
#pragma warning disable CA5350 // the only method that X takes for OAuth 1.0a
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(baseString)));
#pragma warning restore CA5350
    }
}
