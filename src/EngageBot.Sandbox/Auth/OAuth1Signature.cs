using System.Security.Cryptography;
using System.Text;

namespace EngageBot.Sandbox.Auth;

/// <summary>HMAC-SHA1 over the signature base string of OAuth 1.0a (RFC 5849, section 3.4).</summary>
internal static class OAuth1Signature
{
    public static byte[] Compute(
        string method, string url, IEnumerable<KeyValuePair<string, string>> parameters, string consumerSecret, string tokenSecret)
    {
        var pairs = parameters
            .Select(pair => (Name: Uri.EscapeDataString(pair.Key), Value: Uri.EscapeDataString(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}");
        var baseString = string.Join(
            '&', method.ToUpperInvariant(), Uri.EscapeDataString(url), Uri.EscapeDataString(string.Join('&', pairs)));
        var key = $"{Uri.EscapeDataString(consumerSecret)}&{Uri.EscapeDataString(tokenSecret)}";
#pragma warning disable CA5350 // X signs with HMAC-SHA1, and so do its clients.
        return HMACSHA1.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(baseString));
#pragma warning restore CA5350
    }
}
